package io.policyc.authorization;

import static io.policyc.authorization.Details.ACCOUNT;
import static io.policyc.authorization.Details.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.finding.FindingPrinter;
import io.policyc.simulator.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorizationDetailsReaderTest {
    private static final String EVERYTHING =
            Details.document("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}");
    private static final String MANAGED = "arn:aws:iam::" + ACCOUNT + ":policy/team/Power";
    private static final String USER = Details.user("alice", Details.attached(MANAGED));

    private static String users(String... users) {
        return Details.page(List.of(users), List.of(), List.of());
    }

    @Test
    void tagsRolesAndAccountsAreRead() {
        AuthorizationDetails details = Details.read("{\"UserDetailList\": ["
                        + Details.user(
                                "a,\\u202eb",
                                "\"Tags\": [{\"Key\": \"owner\", \"Value\": \"Bo \\\"x\\\"\"}]",
                                "\"New\": {}")
                        + "], \"RoleDetailList\": [{\"Arn\": \"arn:aws:iam::444455556666:role/x/Deploy\","
                        + " \"RolePolicyList\": [{}], \"RoleLastUsed\": {}}]}")
                .orThrow();
        String arn = "arn:aws:iam::" + ACCOUNT + ":user/a,\u202eb";
        assertThat(details.accounts()).containsExactly(ACCOUNT, "444455556666");
        assertThat(details.users().keySet()).containsExactly(arn);
        assertThat(Objects.requireNonNull(details.users().get(arn)).tags())
                .contains(ImmutableMap.of("owner", "Bo \"x\""));
        assertThat(details.roles().values())
                .containsExactly(new AuthorizedRole("arn:aws:iam::444455556666:role/x/Deploy", new LastUse.Never()));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-18T19:10:08Z, 2019-12-18T19:10:08Z",
        "2019-12-18T19:10:08+00:00, 2019-12-18T19:10:08Z",
        "2019-12-18 19:10:08+00:00, 2019-12-18T19:10:08Z",
        "2019-12-18T19:10:08.250Z, 2019-12-18T19:10:08.250Z",
        "2019-12-18 19:10:08.123456+02:00, 2019-12-18T17:10:08.123456Z",
    })
    void datesHaveThreeForms(String text, String instant) {
        assertThat(lastUse("{\"LastUsedDate\": \"" + text + "\", \"Region\": \"eu-west-1\"}"))
                .isEqualTo(new LastUse.Used(Instant.parse(instant), Optional.empty(), Optional.of("eu-west-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-12-18", "2019-12-18T19:10:08", "2019-12-32T19:10:08Z", "N/A", "", "1576696208"})
    void whatIsNoDateIsSaid(String text) {
        assertThat(Details.findings(role("{\"LastUsedDate\": \"" + text + "\"}")))
                .startsWith("error[authorization.invalid-value] `" + text + "` is not a date\n  gaad.json:1:");
    }

    @Test
    void aRoleOfWhichNothingIsSaidIsNotUnused() {
        assertThat(lastUse("null")).isEqualTo(new LastUse.Unknown());
        assertThat(lastUse("{}")).isEqualTo(new LastUse.Never());
        assertThat(lastUse("{\"Region\": \"eu-west-1\"}")).isEqualTo(new LastUse.Unknown());
    }

    private static String role(String lastUsed) {
        return "{\"RoleDetailList\": [{\"Arn\": \"arn:aws:iam::" + ACCOUNT + ":role/r\", \"RoleLastUsed\": " + lastUsed
                + "}]}";
    }

    private static LastUse lastUse(String json) {
        return Objects.requireNonNull(
                        Details.read(role(json)).orThrow().roles().get("arn:aws:iam::" + ACCOUNT + ":role/r"))
                .lastUse();
    }

    @Test
    void onlyTheDefaultVersionIsInForce() {
        String versions = "{\"Arn\": \"" + MANAGED + "\", \"DefaultVersionId\": \"v2\", \"PolicyVersionList\": ["
                + "{\"VersionId\": \"v2\", \"IsDefaultVersion\": %s, \"Document\": %s},"
                + "{\"VersionId\": \"v1\", \"IsDefaultVersion\": %s, \"Document\": %s}]}";
        String nothing = Details.document("{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}");
        assertThat(managed(String.format(versions, "true", EVERYTHING, "false", nothing))
                        .held())
                .isEqualTo(Truth.TRUE);
        assertThat(managed(String.format(versions, "false", nothing, "true", EVERYTHING))
                        .held())
                .isEqualTo(Truth.TRUE);
        assertThat(managed(String.format(versions, "null", EVERYTHING, "null", nothing))
                        .held())
                .isEqualTo(Truth.TRUE);
        assertThat(managed(String.format(versions, "false", EVERYTHING, "false", nothing))
                        .held())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(Details.findings(Details.page(
                        List.of(), List.of(), List.of(String.format(versions, "true", EVERYTHING, "true", nothing)))))
                .contains("authorization.contradiction");
    }

    private static AdministratorAccess managed(String policy) {
        return Details.alice(Details.page(List.of(USER), List.of(), List.of(policy)));
    }

    @Test
    void aNewerVersionOfAPolicyOfAwsCounts() {
        String arn = "arn:aws:iam::aws:policy/Some";
        String user = Details.user("alice", Details.attached(arn));
        String old =
                Details.policy(arn, Details.document("{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}"));
        String newer = Details.policy(arn, EVERYTHING).replace("v1", "v12");
        String first = Details.page(List.of(user), List.of(), List.of(old));
        String second = Details.page(List.of(), List.of(), List.of(newer));
        assertThat(Details.alice(first, second).held()).isEqualTo(Truth.TRUE);
        assertThat(Details.alice(second, first).held()).isEqualTo(Truth.TRUE);
        assertThat(Details.findings(first, second.replace("v12", "v1"))).contains("authorization.contradiction");
    }

    @Test
    void pagesStandOneAfterAnotherInAListOrOnALineEach() {
        String first = users(USER);
        String second = Details.page(List.of(), List.of(), List.of(Details.policy(MANAGED, EVERYTHING)));
        AdministratorAccess expected = new AdministratorAccess(Truth.TRUE, "`Power`");
        assertThat(Details.alice(first, second)).isEqualTo(expected);
        assertThat(Details.alice(second, first)).isEqualTo(expected);
        assertThat(Details.alice(first + second)).isEqualTo(expected);
        assertThat(Details.alice(first + "\r\n" + second + "\n")).isEqualTo(expected);
        assertThat(Details.alice("[" + first + "," + second + "]")).isEqualTo(expected);
        assertThat(Details.alice("\uFEFF" + first + second)).isEqualTo(expected);
    }

    @Test
    void theSameTwiceIsTheSame() {
        assertThat(Details.findings(users(USER), users(USER))).isEmpty();
        assertThat(Details.findings(users(USER), users(Details.user("alice")))).isEqualTo("""
                        error[authorization.contradiction] user `arn:aws:iam::111122223333:user/alice` differs from what gaad-0.json:1:21 says of it
                          gaad-1.json:1:21
                          help: give the details of one day only
                        """);
    }

    @Test
    void aPageThatIsFollowedByNoneIsSaid() {
        String truncated = users(USER).replaceFirst("\\{", "{\"IsTruncated\": true, \"Marker\": \"AAF\", ");
        assertThat(Details.findings(truncated)).isEqualTo("""
                        warning[authorization.incomplete] the answer of account 111122223333 goes on after this page
                          gaad.json:1:1
                          help: give the pages that follow as well; what they hold counts as not known
                        """);
        assertThat(Details.findings(truncated, truncated)).contains("authorization.incomplete");
        assertThat(Details.findings(truncated, users())).isEmpty();
        assertThat(Details.findings(truncated + users())).isEmpty();
        assertThat(Details.findings(truncated, users(USER.replace(ACCOUNT, "444455556666"))))
                .contains("authorization.incomplete");
        assertThat(Details.findings(users(USER).replaceFirst("\\{", "{\"NextToken\": \"eyJ\", ")))
                .contains("authorization.incomplete");
    }

    @Test
    void aGroupThatNoPageHasIsNotKnown() {
        assertThat(Details.alice(users(Details.user("alice", "\"GroupList\": [\"admins\"]"))))
                .isEqualTo(
                        new AdministratorAccess(Truth.UNKNOWN, "not in the details, or not readable: group `admins`"));
        // A group of the same name in another account is another group.
        assertThat(Details.alice(
                                users(Details.user("alice", "\"GroupList\": [\"admins\"]")),
                                Details.page(
                                        List.of(),
                                        List.of(Details.group("admins").replace(ACCOUNT, "444455556666")),
                                        List.of()))
                        .held())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aPolicyThatCannotBeReadIsAWarningOnce() {
        String strange = Details.document("{\"Effect\": \"Allow\", \"Action\": \"*:*\", \"Resource\": \"*\"}");
        String both = users(
                Details.user("alice", Details.inline("UserPolicyList", strange)),
                Details.user("bob", Details.inline("UserPolicyList", strange)));
        assertThat(Details.findings(both))
                .startsWith("warning[authorization.unreadable-policy] inline policy `p1` cannot be read: ")
                .containsOnlyOnce("warning[");
        assertThat(Details.alice(both).held()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void allMistakesAreSaidAtOnce() {
        String broken = """
                {"UserDetailList": [
                  {"UserName": "alice"},
                  {"Arn": "arn:aws:iam::123:user/bob"},
                  {"Arn": "arn:aws:iam::111122223333:role/carol"},
                  {"Arn": ["x"], "Tags": {"owner": "x"}},
                  {"Arn": "arn:aws:iam::111122223333:user/dan", "Arn": "arn:aws:iam::111122223333:user/dora",
                   "GroupList": ["a", 1], "Tags": [{"Key": "owner"}, {"Key": "k", "Value": ""}, {"Key": "k", "Value": "x"}],
                   "UserPolicyList": [{"PolicyDocument": {}}, {"PolicyName": "p"}, {"PolicyName": "q", "PolicyDocument": "%7B%2"},
                                      {"PolicyName": "r", "PolicyDocument": "{} {}"}],
                   "AttachedManagedPolicies": [{"PolicyName": "x"}, {"PolicyArn": "x"}],
                   "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::aws:user/x"}}],
                 "Policies": "none", "IsTruncated": "yes"}
                """;
        assertThat(Details.read(broken).value()).isEmpty();
        assertThat(Details.findings(broken)
                        .lines()
                        .filter(line -> line.startsWith("error") || line.startsWith("  gaad")))
                .containsExactly(
                        "error[authorization.missing-key] a user without an `Arn`",
                        "  gaad.json:2:3",
                        "error[authorization.invalid-value] `arn:aws:iam::123:user/bob` is not the ARN of a user",
                        "  gaad.json:3:11",
                        "error[authorization.invalid-value] `arn:aws:iam::111122223333:role/carol` is not the ARN of a user",
                        "  gaad.json:4:11",
                        "error[authorization.wrong-type] `/UserDetailList/3/Arn` must be a string, not a list",
                        "  gaad.json:5:11",
                        "error[authorization.wrong-type] `/UserDetailList/3/Tags` must be a list, not an object",
                        "  gaad.json:5:26",
                        "error[authorization.missing-key] a user without an `Arn`",
                        "  gaad.json:5:3",
                        "error[source.duplicate-key] key `Arn` is written twice in one object",
                        "  gaad.json:6:49",
                        "error[authorization.wrong-type] `/UserDetailList/4/GroupList/1` must be a string, not a number",
                        "  gaad.json:7:23",
                        "error[authorization.missing-key] a tag without `Value`",
                        "  gaad.json:7:36",
                        "error[authorization.contradiction] tag `k` stands twice on one user",
                        "  gaad.json:7:81",
                        "error[authorization.missing-key] an inline policy without `PolicyName`",
                        "  gaad.json:8:23",
                        "error[authorization.missing-key] an inline policy without `PolicyDocument`",
                        "  gaad.json:8:47",
                        "error[authorization.invalid-value] a policy document that is not JSON",
                        "  gaad.json:8:106",
                        "error[authorization.invalid-value] a policy document that is not JSON",
                        "  gaad.json:9:61",
                        "error[authorization.missing-key] a policy without `PolicyArn`",
                        "  gaad.json:10:32",
                        "error[authorization.invalid-value] `x` is not the ARN of a managed policy",
                        "  gaad.json:10:53",
                        "error[authorization.invalid-value] `arn:aws:iam::aws:user/x` is not the ARN of a managed policy",
                        "  gaad.json:11:27",
                        "error[authorization.wrong-type] `/Policies` must be a list, not a string",
                        "  gaad.json:12:14",
                        "error[authorization.wrong-type] `/IsTruncated` must be true or false, not a string",
                        "  gaad.json:12:37");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|source.empty",
                "'  \n'|source.empty",
                "[{}, 7]|authorization.no-details",
                "7|authorization.wrong-type",
                "{\"Content\": \"dXNlcg==\"}|authorization.no-details",
                "user,arn,user_creation_time|source.syntax",
                "{\"UserDetailList\": [],}|source.syntax",
                "{\"UserDetailList\": []} // done|source.comment",
                "An error occurred (AccessDenied)|source.syntax",
            })
    void otherTextsAreSaidToBeOther(String text, String finding) {
        assertThat(Details.findings(text)).contains("error[" + finding + "]").contains("  gaad.json:");
    }

    @Test
    void textInAnotherEncodingIsSaid() {
        AuthorizationDetailsReader reader = new AuthorizationDetailsReader();
        Details.add(
                reader,
                "{\"UserDetailList\":\r\n [], \"x\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
                "gaad.json");
        assertThat(FindingPrinter.plain().print(reader.details().findings())).isEqualTo("""
                        error[source.encoding] not UTF-8
                          gaad.json:2:12
                          help: save the file as UTF-8
                        """);
        AuthorizationDetailsReader wide = new AuthorizationDetailsReader();
        Details.add(wide, "\uFEFF{}".getBytes(StandardCharsets.UTF_16LE), "gaad.json");
        assertThat(FindingPrinter.plain().print(wide.details().findings()))
                .startsWith("error[source.encoding] not UTF-8\n  gaad.json:1:1");
    }

    @Test
    void deepAndLongTextsAreRefused() {
        assertThat(Details.findings("{\"UserDetailList\": " + "[".repeat(10_000)))
                .contains("source.too-deep");
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        assertThat(Details.findings(users(Details.user("alice", Details.inline("UserPolicyList", deep)))))
                .contains("source.too-deep");
        String numbers =
                "[" + IntStream.range(0, 300_000).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "]";
        assertThat(Details.findings(users(Details.user("alice", Details.inline("UserPolicyList", numbers)))))
                .contains("source.too-large");
        assertThat(Details.findings(users(Details.user("x".repeat(2_000_000))))).contains("source.too-large");
    }

    @Test
    void whatMemoryHasNoRoomForIsRefused() {
        AuthorizationDetailsReader reader = new AuthorizationDetailsReader(10_000);
        String many =
                IntStream.range(0, 100).mapToObj(i -> Details.user("u" + i)).collect(Collectors.joining(","));
        Details.add(reader, users(many).getBytes(StandardCharsets.UTF_8), "gaad.json");
        Checked<AuthorizationDetails> details = reader.details();
        assertThat(details.value()).isEmpty();
        assertThat(details.findings()).hasSize(1);
        assertThat(FindingPrinter.plain().print(details.findings())).startsWith("error[authorization.too-many]");
    }

    @Test
    void filesThatCannotBeReadAreSaid(@TempDir Path folder) {
        assertThat(FindingPrinter.plain()
                        .print(AuthorizationDetailsReader.read(List.of(Path.of("no-such.json"), folder))
                                .findings()))
                .contains("`no-such.json` does not exist")
                .contains("there is no *.json in the folder `" + folder + "`");
    }

    @Test
    void aFolderIsAllOfItsJson(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.json"), users(USER));
        Files.writeString(
                folder.resolve("a.JSON"),
                Details.page(List.of(), List.of(), List.of(Details.policy(MANAGED, EVERYTHING))));
        Files.writeString(folder.resolve("readme.txt"), "not JSON");
        AuthorizationDetails details =
                AuthorizationDetailsReader.read(List.of(folder)).orThrow();
        assertThat(Objects.requireNonNull(details.users().get(ALICE)).administrator())
                .isEqualTo(new AdministratorAccess(Truth.TRUE, "`Power`"));
    }

    @Test
    void otherPartitionsAreRead() {
        String user = Details.user("alice", Details.attached("arn:aws-cn:iam::aws:policy/AdministratorAccess"))
                .replace("arn:aws:", "arn:aws-cn:");
        assertThat(Objects.requireNonNull(
                                Details.read(users(user)).orThrow().users().get(ALICE.replace("aws", "aws-cn")))
                        .administrator())
                .isEqualTo(new AdministratorAccess(Truth.TRUE, "`AdministratorAccess`"));
    }
}
