package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonStream;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads what {@code aws iam get-account-authorization-details} prints: all pages of one account or of several, in any order, from
 * any number of files of any size. Only what matters is held. Members that are not known are passed over, since AWS adds
 * some; of an input that cannot be read as a whole nothing is used.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</a>
 */
public final class AuthorizationDetailsReader {
    private final Findings findings = new Findings();
    private final Listing listing = new Listing(findings);
    private final Pages pages = new Pages();
    private final Kept kept;

    public AuthorizationDetailsReader() {
        this(Kept.ROOM);
    }

    AuthorizationDetailsReader(long room) {
        this.kept = new Kept(room);
    }

    /** Reads some files; their names in findings are the paths as given. */
    public static Checked<AuthorizationDetails> read(Iterable<Path> files) {
        AuthorizationDetailsReader reader = new AuthorizationDetailsReader();
        files.forEach(file -> reader.add(file, file.toString()));
        return reader.details();
    }

    /** Reads a file more, or each {@code *.json} of a folder, under the name that findings shall show. */
    public void add(Path path, String name) {
        if (!Files.isDirectory(path)) {
            addFile(path, name);
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            ImmutableList<Path> files = entries.filter(AuthorizationDetailsReader::isJson)
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
            files.forEach(file ->
                    addFile(file, Path.of(name).resolve(file.getFileName()).toString()));
            if (files.isEmpty()) {
                findings.add(Finding.withoutPlace(
                        AuthorizationFindings.NO_DETAILS,
                        "there is no *.json in the folder " + Printable.quoted(name)));
            }
        } catch (IOException e) {
            findings.add(Finding.withoutPlace(
                    SourceFindings.UNREADABLE, Printable.quoted(name) + " cannot be read: " + SourceFiles.reason(e)));
        }
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private void addFile(Path file, String name) {
        Checked<Boolean> read = SourceFiles.open(file, name, in -> {
            add(in, name);
            return Checked.of(true);
        });
        findings.addAll(read.findings());
    }

    /**
     * Reads a stream to its end.
     *
     * @throws IOException if the stream itself fails
     */
    public void add(InputStream in, String name) throws IOException {
        EntryReader entries = new EntryReader(listing, findings, kept);
        JsonStream.read(
                in,
                name,
                findings,
                AuthorizationFindings.WRONG_TYPE,
                stream -> new PageReader(stream, entries, pages, findings, kept).read());
    }

    /** All that was read. There is no value beside an error. */
    public Checked<AuthorizationDetails> details() {
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        pages.check(findings);
        ImmutableMap<ListedUser, AdministratorAccess> access = new Administrators(listing, findings).access();
        ImmutableMap.Builder<String, AuthorizedUser> users = ImmutableMap.builder();
        access.forEach((user, administrator) ->
                users.put(user.arn(), new AuthorizedUser(user.arn(), user.tags(), administrator)));
        ImmutableMap.Builder<String, AuthorizedRole> roles = ImmutableMap.builder();
        listing.roles().forEach(role -> roles.put(role.arn(), role));
        return findings.with(new AuthorizationDetails(listing.accounts(), users.buildOrThrow(), roles.buildOrThrow()));
    }
}
