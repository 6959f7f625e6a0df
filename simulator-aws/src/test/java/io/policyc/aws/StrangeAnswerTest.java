package io.policyc.aws;

import static io.policyc.aws.AwsFailureTest.assertNoSecret;
import static io.policyc.aws.AwsFailureTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.ServiceFailure.Kind;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Answers that the local endpoint does not give: several pages, pages without end, and what is no answer at all. */
class StrangeAnswerTest {
    private static final AwsOptions ONCE =
            AwsOptions.DEFAULT.withCallsPerSecond(1e6).withAttempts(1);

    /** A body with its status. */
    private record Reply(int status, String body) {}

    @Test
    void pagesAreFollowedToTheLast() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        ask(
                exchange -> new Reply(
                        200, asked.incrementAndGet() == 1 ? page("s3:GetObject", true) : page("s3:PutObject", false)),
                service -> {
                    SimulationAnswer answer = service.simulate(
                            Calls.ALLOWED.withActions(ImmutableList.of("s3:GetObject", "s3:PutObject")));
                    return assertThat(answer.results())
                            .extracting(ActionResult::action)
                            .containsExactly("s3:GetObject", "s3:PutObject");
                });
        assertThat(asked).hasValue(2);
    }

    @Test
    void pagesWithoutEndAreNotFollowed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        ServiceFailure failure = ask(
                exchange -> {
                    asked.incrementAndGet();
                    return new Reply(200, page("s3:GetObject", true));
                },
                service -> failure(service, Calls.ALLOWED));
        assertThat(failure).hasMessage("the service did not come to the last page");
        assertThat(asked).hasValueLessThan(4);
    }

    /** The SDK takes an answer without its wrapper for one without results. */
    @Test
    void anAnswerWithoutItsWrapperHasNoResults() throws IOException {
        SimulationAnswer answer = ask(
                exchange -> new Reply(200, "<SimulateCustomPolicyResponse/>"),
                service -> service.simulate(Calls.ALLOWED));
        assertThat(answer.results()).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsAFailureOfTheService() throws IOException {
        for (String body : ImmutableList.of(
                "{\"Message\":\"no XML\"}",
                "<a><b></a>",
                "<a>".repeat(300_000),
                page("s3:GetObject", false).replace("allowed", "perhaps"),
                page("s3:GetObject", false).replaceAll("<EvalDecision>.*</EvalDecision>", ""),
                page("s3:GetObject", false).replaceAll("<EvalActionName>.*</EvalActionName>", ""))) {
            Kind kind = ask(
                    exchange -> new Reply(200, body),
                    service -> failure(service, Calls.ALLOWED).kind());
            assertThat(kind).as(body).isEqualTo(Kind.SERVICE);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadToTheEnd() throws IOException {
        String blanks = " ".repeat(40 * 1024 * 1024);
        ServiceFailure failure = ask(
                exchange -> new Reply(200, page("s3:GetObject", false).replace("</Eval", blanks + "</Eval")),
                service -> failure(service, Calls.ALLOWED));
        assertThat(failure.kind()).isEqualTo(Kind.SERVICE);
    }

    /** A server may send back what it was sent: the key's id and the token are in the headers of a call. */
    @Test
    void whatIsSentBackIsNotShown() throws IOException {
        ServiceFailure failure = ask(
                exchange -> new Reply(
                        400,
                        "<ErrorResponse><Error><Code>InvalidInput</Code><Message>"
                                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                                + exchange.getRequestHeaders().getFirst("X-Amz-Security-Token")
                                + "</Message></Error></ErrorResponse>"),
                service -> failure(service, Calls.ALLOWED));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_CALL);
        assertThat(failure).hasMessageContaining("Credential=(hidden)/");
        assertNoSecret(failure);
    }

    private static <T> T ask(Function<HttpExchange, Reply> answer, Function<AwsSimulation, T> call) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            Reply reply = answer.apply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(reply.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (AwsSimulation service = Canary.connect(ONCE.withEndpoint(uri))) {
            return call.apply(service);
        } finally {
            server.stop(0);
        }
    }

    private static String page(String action, boolean more) {
        return "<SimulateCustomPolicyResponse><SimulateCustomPolicyResult><IsTruncated>" + more + "</IsTruncated>"
                + (more ? "<Marker>next</Marker>" : "")
                + "<EvaluationResults><member><EvalActionName>" + action + "</EvalActionName>"
                + "<EvalDecision>allowed</EvalDecision></member></EvaluationResults>"
                + "</SimulateCustomPolicyResult></SimulateCustomPolicyResponse>";
    }
}
