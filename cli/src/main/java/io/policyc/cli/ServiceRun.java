package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.aws.AwsSimulation;
import io.policyc.cli.BackendOptions.Backend;
import io.policyc.comparison.Comparer;
import io.policyc.comparison.KnownDisagreements;
import io.policyc.comparison.KnownDisagreementsReader;
import io.policyc.comparison.Questions;
import io.policyc.comparison.SecondOpinion;
import io.policyc.comparison.ServiceEvaluator;
import io.policyc.comparison.ServiceReport;
import io.policyc.comparison.SimulationService;
import io.policyc.expectation.ExpectationReport;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.recording.Recorder;
import io.policyc.recording.Recording;
import io.policyc.recording.Recording.Origin;
import io.policyc.recording.RecordingReader;
import io.policyc.recording.RecordingWriter;
import io.policyc.recording.Replay;
import io.policyc.workspace.AtomicFiles;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a service about tests: AWS, an endpoint, or a recording. */
final class ServiceRun {
    private final BackendOptions backend;
    private final GlobalOptions options;
    private final Terminal terminal;
    private final Workspace workspace;
    private final KnownDisagreements known;
    private final Optional<Recording> recording;

    private ServiceRun(
            BackendOptions backend,
            GlobalOptions options,
            Terminal terminal,
            Workspace workspace,
            KnownDisagreements known,
            Optional<Recording> recording) {
        this.backend = backend;
        this.options = options;
        this.terminal = terminal;
        this.workspace = workspace;
        this.known = known;
        this.recording = recording;
    }

    /** Reads what a run needs; empty if nobody is asked. Findings say what cannot be read. */
    static Optional<ServiceRun> prepare(
            BackendOptions backend, GlobalOptions options, Terminal terminal, Workspace workspace, Findings findings) {
        if (backend.isOffline()) {
            return Optional.empty();
        }
        backend.endpointAddress().ifPresent(ServiceConnection::check);
        Optional<Recording> recording = backend.replay.flatMap(file -> findings.take(
                SourceFiles.read(options.resolve(file), file.toString()).then(RecordingReader::read)));
        backend.record.ifPresent(file -> checkFolder(options.resolve(file), file, findings));
        KnownDisagreements known = backend.backend == Backend.both
                ? knownDisagreements(backend, options, workspace, findings)
                : KnownDisagreements.NONE;
        return Optional.of(new ServiceRun(backend, options, terminal, workspace, known, recording));
    }

    private static KnownDisagreements knownDisagreements(
            BackendOptions backend, GlobalOptions options, Workspace workspace, Findings findings) {
        return backend.known
                .map(file ->
                        SourceFiles.read(options.resolve(file), file.toString()).then(KnownDisagreementsReader::read))
                .or(() -> KnownFile.read(workspace.files()))
                .flatMap(findings::take)
                .orElse(KnownDisagreements.NONE);
    }

    /** Before anybody is asked: the answers would be lost. */
    private static void checkFolder(Path file, Path shown, Findings findings) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            findings.add(cannotWrite(shown, "no such file or folder"));
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            findings.add(cannotWrite(shown, "no ordinary file"));
        } else if (ReportOptions.isSource(file)) {
            findings.add(cannotWrite(shown, "a source, and no recording is YAML"));
        }
    }

    /**
     * Asks about each test and writes the recording.
     *
     * @throws io.policyc.comparison.ServiceFailure if there is no answer; nothing is written then
     */
    ServiceAnswers ask(ExpectationReport report, boolean whole) {
        if (recording.isPresent()) {
            Recording found = recording.get();
            String with = backend.replay.orElseThrow() + ": " + found.origin().meaning();
            return answers(report, new Replay(found), with, whole);
        }
        try (AwsSimulation service = ServiceConnection.open(
                        backend.endpointAddress(),
                        workspace.settings().intents().partition());
                CallProgress progress = new CallProgress(service, terminal)) {
            Origin origin = backend.endpoint.isPresent() ? Origin.ENDPOINT : Origin.AWS;
            String with = backend.endpoint.orElse("the IAM Policy Simulator of AWS");
            if (backend.record.isEmpty()) {
                return answers(report, progress, with, whole);
            }
            Recorder recorder = new Recorder(progress, origin, backend.redactAccounts);
            ServiceAnswers answers = answers(report, recorder, with, whole);
            return answers.and(write(recorder.recording(), backend.record.get()));
        }
    }

    private ServiceAnswers answers(ExpectationReport report, SimulationService service, String with, boolean whole) {
        SecondOpinion opinion = (policies, requests) ->
                new ServiceEvaluator(new Questions(policies, backend.roleCallers), service).answers(requests);
        ServiceReport compared = backend.backend == Backend.both
                ? Comparer.compare(report, opinion, known)
                : Comparer.judge(report, opinion);
        return new ServiceAnswers(backend.backend, compared, with, known.stale(compared, whole));
    }

    private ImmutableList<Finding> write(Recording made, Path file) {
        byte[] bytes = RecordingWriter.write(made).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > SourceFiles.MOST_BYTES) {
            return ImmutableList.of(Finding.withoutPlace(
                            SourceFindings.TOO_LARGE,
                            "the recording is not written: it is larger than " + SourceFiles.MOST_BYTES / (1024 * 1024)
                                    + " MiB, which nobody reads")
                    .withHelp("record fewer tests at once"));
        }
        try {
            AtomicFiles.write(options.resolve(file), bytes);
            return ImmutableList.of();
        } catch (IOException e) {
            return ImmutableList.of(cannotWrite(file, SourceFiles.reason(e)));
        }
    }

    private static Finding cannotWrite(Path file, String why) {
        return Finding.withoutPlace(WorkspaceFindings.CANNOT_WRITE, "cannot write to `" + file + "`: " + why);
    }
}
