package io.policyc.authorization;

import io.policyc.finding.Checked;
import io.policyc.finding.FindingPrinter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Authorization details for tests, written and read. */
final class Details {
    static final String ACCOUNT = "111122223333";
    static final String ALICE = "arn:aws:iam::" + ACCOUNT + ":user/alice";

    private Details() {}

    static Checked<AuthorizationDetails> read(String... files) {
        AuthorizationDetailsReader reader = new AuthorizationDetailsReader();
        for (int i = 0; i < files.length; i++) {
            add(
                    reader,
                    files[i].getBytes(StandardCharsets.UTF_8),
                    files.length == 1 ? "gaad.json" : "gaad-" + i + ".json");
        }
        return reader.details();
    }

    static void add(AuthorizationDetailsReader reader, byte[] bytes, String name) {
        try {
            reader.add(new ByteArrayInputStream(bytes), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String findings(String... files) {
        return FindingPrinter.plain().print(read(files).findings());
    }

    /** The access of {@link #ALICE}. */
    static AdministratorAccess alice(String... files) {
        return Objects.requireNonNull(read(files).orThrow().users().get(ALICE)).administrator();
    }

    static String page(List<String> users, List<String> groups, List<String> policies) {
        return "{\"UserDetailList\": [" + String.join(", ", users) + "], \"GroupDetailList\": ["
                + String.join(", ", groups) + "], \"RoleDetailList\": [], \"Policies\": ["
                + String.join(", ", policies) + "]}";
    }

    /** A user, with members besides its ARN. */
    static String user(String name, String... members) {
        return "{\"Arn\": \"arn:aws:iam::" + ACCOUNT + ":user/" + name + "\""
                + String.join(
                        "",
                        List.of(members).stream().map(member -> ", " + member).toList()) + "}";
    }

    static String inline(String list, String... documents) {
        StringBuilder out = new StringBuilder("\"" + list + "\": [");
        for (int i = 0; i < documents.length; i++) {
            out.append(i == 0 ? "" : ", ");
            out.append("{\"PolicyName\": \"p" + (i + 1) + "\", \"PolicyDocument\": " + documents[i] + "}");
        }
        return out.append("]").toString();
    }

    static String attached(String... arns) {
        return "\"AttachedManagedPolicies\": ["
                + String.join(
                        ", ",
                        List.of(arns).stream()
                                .map(arn -> "{\"PolicyArn\": \"" + arn + "\"}")
                                .toList()) + "]";
    }

    static String group(String name, String... members) {
        return user(name, members).replace(":user/", ":group/");
    }

    static String policy(String arn, String document) {
        return "{\"Arn\": \"" + arn
                + "\", \"DefaultVersionId\": \"v1\", \"PolicyVersionList\": [{\"VersionId\": \"v1\","
                + " \"IsDefaultVersion\": true, \"Document\": " + document + "}]}";
    }

    /** A document of statements. */
    static String document(String statements) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
    }
}
