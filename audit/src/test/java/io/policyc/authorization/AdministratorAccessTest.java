package io.policyc.authorization;

import static io.policyc.authorization.Details.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code administrator-access.yaml}, each with the page of AWS that it follows. */
final class AdministratorAccessTest {
    private static final String BOUNDARY = "arn:aws:iam::" + ACCOUNT + ":policy/Boundary";

    @TestFactory
    Stream<DynamicTest> cases() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("/authorization/administrator-access.yaml"))
                .toURI());
        ArrayNode cases = (ArrayNode) Nodes.read(file).orThrow();
        assertThat(cases.elements()).hasSizeGreaterThan(30);
        return cases.elements().stream().map(one -> test((ObjectNode) one));
    }

    private static DynamicTest test(ObjectNode node) {
        Findings findings = new Findings();
        Fields fields = new Fields(node, findings, AuthorizationFindings.WRONG_TYPE);
        String name = text(fields, "name").orElseThrow();
        String page = text(fields, "page").orElseThrow();
        String details = details(fields);
        String held = text(fields, "held").orElseThrow();
        String because = text(fields, "because").orElseThrow();
        fields.reportUnknown(AuthorizationFindings.WRONG_TYPE, "key");
        return DynamicTest.dynamicTest(name, () -> {
            assertThat(findings.toList()).isEmpty();
            assertThat(page).startsWith("https://docs.aws.amazon.com/");
            AdministratorAccess access = Details.alice(details);
            assertThat(access.held().word() + ": " + access.because()).isEqualTo(held + ": " + because);
        });
    }

    private static String details(Fields fields) {
        List<String> members = new ArrayList<>();
        List<String> policies = new ArrayList<>();
        members.add(Details.inline("UserPolicyList", documents(fields, "inline")));
        members.add(Details.attached(texts(fields, "attached")));
        members.add("\"GroupList\": [\"g\"]");
        text(fields, "tags").ifPresent(tags -> members.add("\"Tags\": " + tags));
        text(fields, "boundary").ifPresent(statements -> {
            members.add(boundary(BOUNDARY));
            policies.add(Details.policy(BOUNDARY, Details.document(statements)));
        });
        text(fields, "boundary-arn").ifPresent(arn -> members.add(boundary(arn)));
        String group = Details.group(
                "g",
                Details.inline("GroupPolicyList", documents(fields, "group-inline")),
                Details.attached(texts(fields, "group-attached")));
        return Details.page(List.of(Details.user("alice", members.toArray(String[]::new))), List.of(group), policies);
    }

    private static String boundary(String arn) {
        return "\"PermissionsBoundary\": {\"PermissionsBoundaryType\": \"Policy\", \"PermissionsBoundaryArn\": \"" + arn
                + "\"}";
    }

    private static Optional<String> text(Fields fields, String key) {
        return fields.node(key).isEmpty()
                ? Optional.empty()
                : fields.scalar(key).map(ScalarNode::text);
    }

    private static String[] texts(Fields fields, String key) {
        return fields.scalars(key).stream().map(ScalarNode::text).toArray(String[]::new);
    }

    private static String[] documents(Fields fields, String key) {
        return Stream.of(texts(fields, key)).map(Details::document).toArray(String[]::new);
    }
}
