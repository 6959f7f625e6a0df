package io.policyc.authorization;

import io.policyc.simulator.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A hundred thousand users of twenty accounts in one file, written and read; run with little memory by a test. */
final class ManyUsers {
    static final int COUNT = 100_000;
    private static final int ACCOUNTS = 20;

    private ManyUsers() {}

    /** Reads the file and prints how many users there are, and how many are administrators. */
    public static void main(String[] arguments) {
        AuthorizationDetails details =
                AuthorizationDetailsReader.read(List.of(Path.of(arguments[0]))).orThrow();
        long administrators = details.users().values().stream()
                .filter(user -> user.administrator().held() == Truth.TRUE)
                .count();
        System.out.println(details.users().size() + " " + administrators);
    }

    /** Every hundredth user is an administrator; every tenth has a policy of its own. */
    static void write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int account = 0; account < ACCOUNTS; account++) {
                out.write("{\"UserDetailList\": [\n");
                for (int i = 0; i < COUNT / ACCOUNTS; i++) {
                    out.write((i == 0 ? "" : ",\n") + user(account, i));
                }
                out.write("],\n\"GroupDetailList\": ["
                        + ofAccount(
                                account,
                                Details.group(
                                        "admins", Details.attached("arn:aws:iam::aws:policy/AdministratorAccess")))
                        + "]}\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(int account, int number) {
        String name = "user-" + account + "-" + number;
        String tags = "\"Tags\": [{\"Key\": \"owner\", \"Value\": \"team-" + number % 50 + "\"}, {\"Key\": \"note\","
                + " \"Value\": \"" + "made by hand for the nightly export ".repeat(6) + number + "\"}]";
        String groups = "\"GroupList\": [" + (number % 100 == 0 ? "\"admins\"" : "") + "]";
        String own = Details.inline(
                "UserPolicyList",
                number % 10 == 0
                        ? new String[] {
                            Details.document("{\"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\", \"s3:PutObject\"],"
                                    + " \"Resource\": \"arn:aws:s3:::home/" + name + "/*\"}")
                        }
                        : new String[0]);
        return ofAccount(account, Details.user(name, tags, groups, own));
    }

    private static String ofAccount(int account, String entry) {
        return entry.replace(Details.ACCOUNT, String.format(Locale.ROOT, "%012d", 100_000_000_000L + account));
    }
}
