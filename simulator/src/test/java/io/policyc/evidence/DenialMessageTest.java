package io.policyc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.evidence.Denial.Manner;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of messages are those of https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html. */
final class DenialMessageTest {
    private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
    private static final String START = "User: " + ALICE + " is not authorized to perform: ";
    private static final String SCP =
            "arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-examplepol";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "with an explicit deny in a service control policy          | EXPLICIT | SERVICE_CONTROL_POLICY",
                "with an explicit deny in a resource control policy         | EXPLICIT | RESOURCE_CONTROL_POLICY",
                "with an explicit deny in a VPC endpoint policy             | EXPLICIT | VPC_ENDPOINT_POLICY",
                "with an explicit deny in a permissions boundary            | EXPLICIT | PERMISSIONS_BOUNDARY",
                "with an explicit deny in a sessions policy                 | EXPLICIT | SESSION_POLICY",
                "with an explicit deny in a resource-based policy           | EXPLICIT | RESOURCE_POLICY",
                "with an explicit deny in the role trust policy             | EXPLICIT | TRUST_POLICY",
                "with an explicit deny in an identity-based policy          | EXPLICIT | IDENTITY_POLICY",
                "due to an explicit deny in a Service Control Policy        | EXPLICIT | SERVICE_CONTROL_POLICY",
                "with an explicit deny in a VPC endpoint policy transitively through a service control policy"
                        + " | EXPLICIT | SERVICE_CONTROL_POLICY",
                "with an explicit deny                                      | EXPLICIT |",
                "with an explicit deny in something new                     | EXPLICIT |",
                "because no service control policy allows the x:Y action    | IMPLICIT | SERVICE_CONTROL_POLICY",
                "because no VPC endpoint policy allows the x:Y action       | IMPLICIT | VPC_ENDPOINT_POLICY",
                "because no permissions boundary allows the x:Y action      | IMPLICIT | PERMISSIONS_BOUNDARY",
                "because no session policy allows the x:Y action            | IMPLICIT | SESSION_POLICY",
                "because no resource-based policy allows the x:Y action     | IMPLICIT | RESOURCE_POLICY",
                "because no role trust policy allows the x:Y action         | IMPLICIT | TRUST_POLICY",
                "because no identity-based policy allows the x:Y action     | IMPLICIT | IDENTITY_POLICY",
                "because public access is blocked                           | NOT_SAID |",
                "because no reason is known                                 | NOT_SAID |",
            })
    void saysWhichTypeAwsBlames(String reason, Manner manner, DenyingPolicy policy) {
        for (String resource :
                new String[] {"", " on resource: arn:aws:x:us-east-1:111122223333:y/*", " on resource: *"}) {
            DenialMessage message = parse(START + "x:Y" + resource + " " + reason);
            assertThat(message.denial()).isEqualTo(new Denial(manner, Optional.ofNullable(policy), Optional.empty()));
            assertThat(message.caller()).contains(ALICE);
            assertThat(message.action()).isEqualTo("x:Y");
            assertThat(message.resource())
                    .isEqualTo(Optional.of(resource)
                            .filter(text -> !text.isEmpty())
                            .map(text -> text.substring(" on resource: ".length())));
        }
    }

    @Test
    void namesThePolicyIfAwsDoes() {
        String blame = " with an explicit deny in a service control policy: " + SCP;
        assertThat(parse(START + "s3:ListAllMyBuckets" + blame).denial().policyArn())
                .contains(SCP);
        assertThat(parse(START + "x:Y" + blame + " (Status Code: 403)").denial().policyArn())
                .contains(SCP);
        assertThat(parse(START + "x:Y" + blame + ". Encoded authorization failure message: abc")
                        .denial()
                        .policyArn())
                .contains(SCP);
        assertThat(parse(START + "x:Y with an explicit deny in a resource control policy, with policy ARN: " + SCP)
                        .denial()
                        .policyArn())
                .contains(SCP);
    }

    @Test
    void theResourceIsNoPolicy() {
        DenialMessage message =
                parse(START + "x:Y with an explicit deny in a session policy. See also: arn:aws:x:::other");
        assertThat(message.denial().policyArn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "on resource: \"arn:aws:s3:::reports/my file.csv\" because no     | arn:aws:s3:::reports/my file.csv",
                "on resource: \"arn:aws:s3:::reports\"                            | arn:aws:s3:::reports",
                "on resource: arn:aws:s3:::reports/my file.csv with an explicit deny | arn:aws:s3:::reports/my file.csv",
                "on resource: arn:aws:sns:us-east-1:111122223333:t (Service: Sns, Status Code: 403)"
                        + " | arn:aws:sns:us-east-1:111122223333:t",
                "on resource: arn:aws:ec2:eu-west-1:111122223333:instance/*. Encoded authorization failure message: a"
                        + " | arn:aws:ec2:eu-west-1:111122223333:instance/*",
                "on resource: arn:aws:sqs:eu-west-1:111122223333:q.                | arn:aws:sqs:eu-west-1:111122223333:q",
                "on the resource arn:aws:s3:::reports                            | arn:aws:s3:::reports",
                "on resource: user alice because no identity-based policy allows | user alice",
                "on resource: *                                                  | *",
                "because no identity-based policy allows the x:Y action          |",
                "on a resource                                                   |",
            })
    void namesTheResource(String rest, String resource) {
        assertThat(parse(START + "x:Y " + rest).resource()).isEqualTo(Optional.ofNullable(resource));
    }

    @Test
    void standsWithinOtherText() {
        DenialMessage message = parse("upload failed: s3://b An error occurred (AccessDenied) when calling the"
                + " PutObject operation: User: arn:aws:sts::111122223333:assumed-role/ci/deploy is not authorized to"
                + " perform: s3:PutObject on resource: \"arn:aws:s3:::b/k\" because no identity-based policy allows the"
                + " s3:PutObject action\nUser: other is not authorized to perform: x:Y with an explicit deny");
        assertThat(message)
                .isEqualTo(new DenialMessage(
                        Optional.of("arn:aws:sts::111122223333:assumed-role/ci/deploy"),
                        "s3:PutObject",
                        Optional.of("arn:aws:s3:::b/k"),
                        new Denial(Manner.IMPLICIT, Optional.of(DenyingPolicy.IDENTITY_POLICY), Optional.empty()),
                        false));
        assertThat(parse("You are not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/r")
                        .caller())
                .isEmpty();
        assertThat(parse("operation. " + START + "x:Y. Encoded authorization failure message: abc")
                        .encoded())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Access Denied",
                "You are not authorized to perform this operation.",
                "You are not authorized to perform this operation. Encoded authorization failure message: abc",
                "User: x is not authorized to perform: ",
                "User: x is not authorized to perform: everything on resource: *",
            })
    void withoutAnActionThereIsNoDenial(String text) {
        assertThat(DenialMessage.parse(text)).isEmpty();
    }

    /** A client may break the message into lines wherever there is a blank. */
    @Property
    void partsArePutTogetherAndTakenApart(
            @ForAll("arns") String caller,
            @ForAll("actions") String action,
            @ForAll("arns") String resource,
            @ForAll DenyingPolicy policy,
            @ForAll("arns") String policyArn,
            @ForAll boolean explicit,
            @ForAll boolean named,
            @ForAll("blanks") String blank) {
        String type = policy.words();
        String reason = explicit
                ? "with an explicit deny in " + type + (named ? ": " + policyArn : "")
                : "because no" + type.substring(type.indexOf(' ')) + " allows the " + action + " action";
        String text = "User: " + caller + " is not authorized to perform: " + action + " on resource: " + resource + " "
                + reason;

        assertThat(parse(text.replace(" ", blank)))
                .isEqualTo(new DenialMessage(
                        Optional.of(caller),
                        action,
                        Optional.of(resource),
                        new Denial(
                                explicit ? Manner.EXPLICIT : Manner.IMPLICIT,
                                Optional.of(policy),
                                Optional.of(policyArn).filter(arn -> explicit && named)),
                        false));
    }

    @Property
    void anyTextIsTakenApartOrNot(@ForAll("pieces") String text) {
        DenialMessage.parse(text).ifPresent(message -> {
            assertThat(message.action()).matches("[A-Za-z0-9-]+:[A-Za-z0-9_-]+");
            assertThat(message.caller()).isNotEqualTo(Optional.of(""));
            assertThat(message.resource()).isNotEqualTo(Optional.of(""));
        });
    }

    @Provide
    Arbitrary<String> arns() {
        return Arbitraries.strings()
                .withChars("abcXYZ019/*+=,@_-:")
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(rest -> "arn:aws:x:us-east-1:111122223333:" + rest)
                .filter(arn -> !arn.endsWith(",") && !arn.contains("User: "));
    }

    @Provide
    Arbitrary<String> actions() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12).map(name -> "widgets:" + name);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of(" ", "\n", "  ", " \r\n\t", "\n    ");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "User: ",
                        " is not authorized to perform: ",
                        "not authorized to perform ",
                        "s3:GetObject",
                        " on resource: ",
                        "\"",
                        "arn:aws:s3:::b",
                        " with an explicit deny in ",
                        "a service control policy",
                        "because no ",
                        " transitively through ",
                        ": ",
                        "\u0130\u0130\u0130",
                        "\ud83d",
                        "\n",
                        ".",
                        " ")
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }

    private static DenialMessage parse(String text) {
        return DenialMessage.parse(text).orElseThrow();
    }
}
