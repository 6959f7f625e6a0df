package io.policyc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.node.JsonText;
import io.policyc.simulator.Truth;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds of all authorization details. */
final class AuthorizationDetailsLawsTest {
    private static final List<String> ACTIONS =
            List.of("*", "iam:*", "s3:*", "iam:CreateUser", "s3:Get?bject", "sqs:*");
    private static final List<String> RESOURCES = List.of("*", "arn:aws:*", "arn:aws:s3:::*", "arn:aws:s3:::logs/*");

    /** A statement without conditions. */
    record Simple(boolean allow, boolean not, String action, String resource) {
        String json() {
            return "{\"Effect\": \"" + (allow ? "Allow" : "Deny") + "\", \"" + (not ? "NotAction" : "Action") + "\": \""
                    + action + "\", \"Resource\": \"" + resource + "\"}";
        }
    }

    /** The documents of a user, of its group, of a managed policy of the group, and of the boundary; each may be empty. */
    record Holder(List<Simple> user, List<Simple> group, List<Simple> managed, List<Simple> boundary) {}

    @Provide
    Arbitrary<Holder> holders() {
        Arbitrary<Boolean> mostly = Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
        Arbitrary<Simple> statement = Combinators.combine(
                        mostly, mostly.map(yes -> !yes), Arbitraries.of(ACTIONS), Arbitraries.of(RESOURCES))
                .as(Simple::new);
        Arbitrary<List<Simple>> some = statement.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<List<Simple>> perhaps = statement.list().ofMaxSize(2);
        Arbitrary<List<Simple>> boundary = Arbitraries.oneOf(
                Arbitraries.just(List.of()), Arbitraries.just(List.of(new Simple(true, false, "*", "*"))), some);
        return Combinators.combine(some, perhaps, perhaps, boundary).as(Holder::new);
    }

    private static final String MANAGED = "arn:aws:iam::" + Details.ACCOUNT + ":policy/m";
    private static final String BOUNDARY = "arn:aws:iam::" + Details.ACCOUNT + ":policy/b";

    private static String document(List<Simple> statements) {
        return Details.document(
                String.join(", ", statements.stream().map(Simple::json).toList()));
    }

    /** The three entries and the policies, each on a page of its own, documents written in a shape. */
    private static List<String> pages(Holder holder, int shape) {
        List<String> pages = new ArrayList<>();
        List<String> user = new ArrayList<>();
        user.add(Details.inline("UserPolicyList", shaped(document(holder.user()), shape)));
        user.add("\"GroupList\": [\"g\"]");
        if (!holder.boundary().isEmpty()) {
            user.add("\"PermissionsBoundary\": {\"PermissionsBoundaryArn\": \"" + BOUNDARY + "\"}");
            pages.add(policyPage(BOUNDARY, holder.boundary(), shape));
        }
        List<String> group = new ArrayList<>();
        if (!holder.group().isEmpty()) {
            group.add(Details.inline("GroupPolicyList", shaped(document(holder.group()), shape)));
        }
        if (!holder.managed().isEmpty()) {
            group.add(Details.attached(MANAGED));
            pages.add(policyPage(MANAGED, holder.managed(), shape));
        }
        pages.add(Details.page(List.of(Details.user("alice", user.toArray(String[]::new))), List.of(), List.of()));
        pages.add(Details.page(List.of(), List.of(Details.group("g", group.toArray(String[]::new))), List.of()));
        return pages;
    }

    private static String policyPage(String arn, List<Simple> statements, int shape) {
        return Details.page(List.of(), List.of(), List.of(Details.policy(arn, shaped(document(statements), shape))));
    }

    private static String shaped(String document, int shape) {
        return switch (shape) {
            case 0 -> document;
            case 1 -> JsonText.minified().value(document).toString();
            default ->
                "\"" + URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20") + "\"";
        };
    }

    @Property(tries = 200)
    void neitherShapeNorOrderChangesTheAnswer(@ForAll("holders") Holder holder, @ForAll Random random) {
        AdministratorAccess expected = Details.alice(pages(holder, 0).toArray(String[]::new));
        for (int shape = 0; shape < 3; shape++) {
            List<String> pages = pages(holder, shape);
            Collections.shuffle(pages, random);
            assertThat(Details.alice(pages.toArray(String[]::new))).isEqualTo(expected);
            assertThat(Details.alice(String.join("\n", pages))).isEqualTo(expected);
        }
    }

    @Property(tries = 1_000)
    void theAnswerIsThatOfANaiveReading(@ForAll("holders") Holder holder) {
        Truth expected = naive(holder);
        Statistics.collect(expected);
        Statistics.coverage(coverage -> Arrays.stream(Truth.values())
                .forEach(value -> coverage.check(value).count(count -> count > 5)));
        assertThat(Details.alice(pages(holder, 0).toArray(String[]::new)).held())
                .isEqualTo(expected);
    }

    /** By the definition of docs/design/016: what is tried, as sets of statements that match. */
    private static Truth naive(Holder holder) {
        List<Simple> identity = new ArrayList<>(holder.user());
        identity.addAll(holder.group());
        identity.addAll(holder.managed());
        List<Simple> boundary =
                holder.boundary().isEmpty() ? List.of(new Simple(true, false, "*", "*")) : holder.boundary();
        String[][] telling = {
            {"iam:CreateUser", "arn:aws:iam::1:user/x"},
            {"iam:AttachUserPolicy", "arn:aws:iam::1:user/x"},
            {"sts:AssumeRole", "arn:aws:iam::1:role/x"},
            {"s3:GetObject", "arn:aws:s3:::x/x"},
            {"ec2:RunInstances", "arn:aws:ec2:r:1:instance/x"},
        };
        for (String[] call : telling) {
            if (!allowed(identity, boundary, call[0], call[1])) {
                return Truth.FALSE;
            }
        }
        boolean everything = allowed(identity, boundary, "ec2:DescribeInstances", "*")
                && allowed(identity, boundary, "any:Thing", "arn:aws:any:r:1:x")
                && allowed(identity, boundary, "any:Thing", "*");
        return everything ? Truth.TRUE : Truth.UNKNOWN;
    }

    private static boolean allowed(List<Simple> identity, List<Simple> boundary, String action, String resource) {
        return matches(identity, true, action, resource)
                && matches(boundary, true, action, resource)
                && !matches(identity, false, action, resource)
                && !matches(boundary, false, action, resource);
    }

    private static boolean matches(List<Simple> statements, boolean allow, String action, String resource) {
        return statements.stream()
                .anyMatch(one -> one.allow() == allow
                        && matches(one.action(), action) != one.not()
                        && matches(one.resource(), resource));
    }

    private static boolean matches(String pattern, String text) {
        return text.matches(pattern.replace("?", ".").replace("*", ".*"));
    }

    @Property(tries = 3)
    void everyCutIsSaid(@ForAll("holders") Holder holder) {
        byte[] whole = String.join("", pages(holder, 1))
                .replace("alice", "al\u00efce")
                .replaceAll("\\}\\{", "}, {")
                .transform(pages -> "[" + pages + "]")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read(whole).hasErrors()).isFalse();
        for (int length = 0; length < whole.length; length++) {
            Checked<AuthorizationDetails> cut = read(Arrays.copyOf(whole, length));
            assertThat(cut.value()).isEmpty();
            assertThat(cut.findings()).hasSize(1);
            assertThat(cut.findings().get(0).id().name()).isEqualTo(length == 0 ? "source.empty" : "source.cut-off");
            assertThat(cut.findings().get(0).span()).isPresent();
        }
    }

    private static Checked<AuthorizationDetails> read(byte[] bytes) {
        AuthorizationDetailsReader reader = new AuthorizationDetailsReader();
        Details.add(reader, bytes, "gaad.json");
        return reader.details();
    }

    @Property(tries = 300)
    void noBytesAreTooStrange(@ForAll("holders") Holder holder, @ForAll Random random) {
        byte[] bytes = String.join("", pages(holder, random.nextInt(3))).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Checked<AuthorizationDetails> details = read(bytes);
        assertThat(details.value().isPresent() || details.hasErrors()).isTrue();
    }
}
