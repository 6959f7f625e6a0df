package io.policyc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Bodies that nobody would send in earnest: an answer or a refusal, soon, and never our fault. */
final class HostileCallsTest {
    private static final String ALLOW_ALL =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    @Property(tries = 300)
    void randomBytesAreAnswered(@ForAll @Size(max = 300) byte[] body) {
        assertThat(status(body)).isEqualTo(400);
    }

    /** Proper calls with some bytes changed, doubled or dropped. */
    @Property(tries = 1_000)
    void changedCallsAreAnswered(@ForAll("calls") String call, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder(call);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(4)) {
                case 0 -> body.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 1 -> body.insert(at, body.substring(at, Math.min(body.length(), at + random.nextInt(40))));
                case 2 -> body.delete(at, Math.min(body.length(), at + 1 + random.nextInt(10)));
                default ->
                    body.insert(
                            at,
                            "%"
                                    + Integer.toHexString(0x100 | random.nextInt(0x100))
                                            .substring(1));
            }
            if (body.length() == 0) {
                body.append('&');
            }
        }
        assertThat(status(body.toString().getBytes(StandardCharsets.ISO_8859_1)))
                .isIn(200, 400);
    }

    @Provide
    Arbitrary<String> calls() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/answers"))) {
            List<String> bodies = files.filter(file -> file.toString().endsWith(".request"))
                    .sorted()
                    .map(file -> Calls.body(AnswersTest.parameters(file)))
                    .toList();
            return Arbitraries.of(bodies);
        }
    }

    /** As the HTTP part does: whatever is not an error of the API would be answered with 500. */
    private static int status(byte[] body) {
        try {
            Reply reply = QueryApi.answer(body);
            assertThat(reply.xml("ID")).endsWith("Response>");
            return reply.status();
        } catch (ApiError e) {
            assertThat(e.text()).doesNotContain("\n").hasSizeLessThan(3_000);
            return e.status();
        }
    }

    @Example
    void manyActionsComeInPages() {
        Map<String, String> call = call(ALLOW_ALL);
        for (int i = 1; i <= 5_000; i++) {
            call.put("ActionNames.member." + i, "s3:Action" + i);
        }
        call.put("MaxItems", "1000");
        int pages = 0;
        String marker = "0";
        while (!marker.isEmpty()) {
            call.put("Marker", marker);
            String answer = answer(call);
            assertThat(answer).contains("<EvalActionName>s3:Action" + (1_000 * pages + 1) + "</EvalActionName>");
            int at = answer.indexOf("<Marker>");
            marker = at < 0 ? "" : answer.substring(at + "<Marker>".length(), answer.indexOf("</Marker>"));
            pages++;
        }
        assertThat(pages).isEqualTo(5);
    }

    /** Each page ends early, so that none is too large. */
    @Example
    void manyResourcesMakeShortPages() {
        Map<String, String> call = call(ALLOW_ALL);
        for (int i = 1; i <= 2_000; i++) {
            call.put("ResourceArns.member." + i, "arn:aws:s3:::" + "b".repeat(1_000) + i);
        }
        for (int i = 1; i <= 1_000; i++) {
            call.put("ActionNames.member." + i, "s3:Action" + i);
        }
        call.put("MaxItems", "1000");
        String answer = answer(call);
        assertThat(answer).contains("<IsTruncated>true</IsTruncated>").hasSizeLessThan(10_000_000);
    }

    /** A long value against many long patterns, which variables make longer: hours, if it were begun. */
    @Example
    void whatWouldTakeTooLongIsNotBegun() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            values.append(i == 0 ? "" : ",")
                    .append("\"*a")
                    .append("${aws:x}*".repeat(40))
                    .append(i)
                    .append('"');
        }
        Map<String, String> call = call(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringLike\":{\"aws:x\":[" + values + "]}}}}");
        call.put("ActionNames.member.1", "s3:GetObject");
        call.put("ContextEntries.member.1.ContextKeyName", "aws:x");
        call.put("ContextEntries.member.1.ContextKeyType", "string");
        call.put("ContextEntries.member.1.ContextKeyValues.member.1", "a".repeat(80_000));
        assertThat(refusal(call)).contains("would take too long");
        call.put("ContextEntries.member.1.ContextKeyValues.member.1", "a".repeat(200_000));
        assertThat(refusal(call)).contains("more than 4 MiB");
    }

    @Example
    void policiesAreBounded() {
        Map<String, String> call = call(ALLOW_ALL + " ".repeat(131_072));
        call.put("ActionNames.member.1", "s3:GetObject");
        assertThat(refusal(call)).contains("policyInputList.1.member", "less than or equal to 131072");
        for (int i = 1; i <= 17; i++) {
            call.put("PolicyInputList.member." + i, ALLOW_ALL + " ".repeat(131_000));
        }
        assertThat(refusal(call)).contains("2 MiB");
    }

    /** Nested as deep as a body allows, or very many of them. */
    @Example
    void namesMayHaveManyParts() {
        String deep = "Action=ListUsers&" + "a.".repeat(2_000_000) + "=1";
        assertThat(status(deep.getBytes(StandardCharsets.US_ASCII))).isEqualTo(400);
        StringBuilder many = new StringBuilder("Action=ListUsers");
        for (int i = 0; i < 50_000; i++) {
            many.append('&').append(i).append(".a.".repeat(30));
        }
        assertThat(status(many.toString().getBytes(StandardCharsets.US_ASCII))).isEqualTo(400);
    }

    private static Map<String, String> call(String policy) {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("Action", "SimulateCustomPolicy");
        call.put("Version", "2010-05-08");
        call.put("PolicyInputList.member.1", policy);
        return call;
    }

    private static String answer(Map<String, String> call) {
        return QueryApi.answer(Calls.body(call).getBytes(StandardCharsets.US_ASCII))
                .xml("ID");
    }

    private static String refusal(Map<String, String> call) {
        try {
            return answer(call);
        } catch (ApiError e) {
            return e.text();
        }
    }
}
