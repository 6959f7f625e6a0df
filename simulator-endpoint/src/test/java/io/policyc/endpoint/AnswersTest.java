package io.policyc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Single answers, whole: {@code NAME.request} in src/test/resources/answers has a parameter a line, {@code NAME.answer} the
 * status and the XML with an element a line. {@code -Dgolden.update=true} rewrites the answers.
 */
final class AnswersTest {
    private static final Path CASES = Path.of("src/test/resources/answers");

    private static SimulatorEndpoint endpoint;

    @BeforeAll
    static void start() throws IOException {
        endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort());
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    @TestFactory
    Stream<DynamicTest> answers() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<Path> requests = files.filter(file -> file.toString().endsWith(".request"))
                    .sorted()
                    .toList();
            return requests.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path request) throws Exception {
        Calls.Answer answer = Calls.post(endpoint.uri(), parameters(request));
        // As every client reads it: strictly.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.text().getBytes(StandardCharsets.UTF_8)));
        String actual = answer.status() + "\n"
                + answer.text()
                        .replaceAll("<RequestId>[0-9a-f-]{36}</RequestId>", "<RequestId>ID</RequestId>")
                        .replace("><", ">\n<")
                + "\n";
        Path expected = Path.of(request.toString().replaceAll("request$", "answer"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    static Map<String, String> parameters(Path request) {
        try {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String line : Files.readAllLines(request)) {
                if (!line.startsWith("#")) {
                    int equals = line.indexOf('=');
                    parameters.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).translateEscapes());
                }
            }
            return parameters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
