package io.policyc.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that ask a second simulator about the tests, or a recording of one. */
final class BackendOptions {
    /** Who answers. */
    enum Backend {
        offline,
        aws,
        both
    }

    @Option(
            names = "--backend",
            paramLabel = "BACKEND",
            defaultValue = "offline",
            description =
                    "Who answers: offline (default); aws, the IAM Policy Simulator of AWS, by which tests are then"
                            + " judged; both, to compare. aws and both print text or json.")
    Backend backend = Backend.offline;

    @Option(
            names = "--role-callers",
            description = "Ask AWS about the role where its session calls, which AWS's simulator does not take.")
    boolean roleCallers;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Ask this endpoint in place of AWS, such as that of `policyc serve`.")
    Optional<String> endpoint = Optional.empty();

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description =
                    "Disagreements that are known, each with reason and link. Default: known-disagreements.yaml of"
                            + " the repository, if there.")
    Optional<Path> known = Optional.empty();

    @Option(names = "--record", paramLabel = "FILE", description = "Keep what was asked and answered in this file.")
    Optional<Path> record = Optional.empty();

    @Option(names = "--redact-accounts", description = "Write other ids into the recording than those of accounts.")
    boolean redactAccounts;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Take the answers from a recording in place of AWS; no account is needed.")
    Optional<Path> replay = Optional.empty();

    boolean isOffline() {
        return backend == Backend.offline;
    }

    /** Refuses what makes no sense together. */
    void check(GlobalOptions options, ReportOptions reports, CoverageOptions coverage) {
        if (isOffline()) {
            alone("--role-callers", roleCallers);
            alone("--endpoint-url", endpoint.isPresent());
            alone("--known", known.isPresent());
            alone("--record", record.isPresent());
            alone("--redact-accounts", redactAccounts);
            alone("--replay", replay.isPresent());
        } else if (!FormatChoice.COMMON.contains(options.format)) {
            throw new UsageException("--backend " + backend + " prints text or json, not " + options.format);
        } else if (!reports.given.isEmpty()) {
            throw new UsageException("--report is of the offline results: it does not go with --backend " + backend);
        } else if (coverage.isAsked() && (backend == Backend.aws || options.format == GlobalOptions.Format.json)) {
            throw new UsageException("--coverage is of the offline run: it goes with --backend both as text");
        } else if (replay.isPresent() && (record.isPresent() || endpoint.isPresent())) {
            throw new UsageException("--replay asks nobody: it does not go with --record and --endpoint-url");
        } else if (redactAccounts && record.isEmpty()) {
            throw new UsageException("--redact-accounts says how to write the file of --record, which is not given");
        } else if (known.isPresent() && backend == Backend.aws) {
            throw new UsageException("--known is about comparisons: it goes with --backend both");
        }
    }

    private static void alone(String option, boolean given) {
        if (given) {
            throw new UsageException(option + " goes with --backend aws or both");
        }
    }

    /** The endpoint as an address, if one is given. */
    Optional<URI> endpointAddress() {
        return endpoint.map(text -> {
            try {
                return new URI(text);
            } catch (URISyntaxException e) {
                throw new UsageException("--endpoint-url: `" + shown(text)
                        + "` is not the address of an endpoint: https://HOST, or http:// to this machine");
            }
        });
    }

    /** An address without the password that may be in it. */
    static String shown(String address) {
        return address.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", "$1(hidden)@");
    }
}
