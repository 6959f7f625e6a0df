package io.policyc.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.policyc.finding.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands before the operations: lets in what is a request of the Query API from this machine, and answers the rest. */
final class HttpGate implements HttpHandler {
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final EndpointOptions options;
    private final AtomicInteger requests = new AtomicInteger();

    /** Few are answered at a time, for what one needs of memory. */
    private final Semaphore answering = new Semaphore(2);

    HttpGate(EndpointOptions options) {
        this.options = options;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        try (exchange) {
            Optional<Faults.Fault> fault = options.faults().of(number);
            if (fault.isPresent() && fault.get() instanceof Faults.Cut) {
                return;
            }
            if (fault.isPresent() && fault.get() instanceof Faults.Slow slow) {
                Thread.sleep(slow.delay().toMillis());
            }
            Reply reply = fault.isPresent() && fault.get() instanceof Faults.Refusal refusal
                    ? Reply.error(ApiError.of(refusal.status(), refusal.code(), refusal.message()))
                    : reply(exchange);
            options.log().accept(Printable.line(reply.summary()));
            send(
                    exchange,
                    number,
                    reply,
                    fault.filter(Faults.CutInAnswer.class::isInstance).isPresent());
        } catch (InterruptedException e) {
            // The endpoint is closed.
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            check(exchange);
            byte[] body = body(exchange);
            answering.acquire();
            try {
                return QueryApi.answer(body);
            } finally {
                answering.release();
            }
        } catch (ApiError e) {
            return Reply.error(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Reply.fault(e);
        }
    }

    private void check(HttpExchange exchange) {
        if (!options.anyHost() && !LoopbackHost.isNamedBy(values(exchange, "Host"))) {
            throw ApiError.of(
                    403, "AccessDenied", "the request is for another host; this endpoint is on loopback only");
        }
        if (!"/".equals(exchange.getRequestURI().getRawPath())
                || exchange.getRequestURI().getRawQuery() != null) {
            throw ApiError.of(404, "InvalidAction", "the Query API is at `/`, with its parameters in the body");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            throw ApiError.of(405, "InvalidAction", "the Query API is called with POST");
        }
        List<String> types = values(exchange, "Content-Type");
        if (types.size() != 1 || !isForm(types.get(0))) {
            throw ApiError.of(415, "MalformedInput", "the body must be " + FORM + " in UTF-8");
        }
    }

    private static List<String> values(HttpExchange exchange, String header) {
        return exchange.getRequestHeaders().getOrDefault(header, List.of());
    }

    private static boolean isForm(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return type.equals(FORM) || type.equals(FORM + ";charset=utf-8");
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        long announced = announced(values(exchange, "Content-Length"));
        if (announced <= MOST_BYTES) {
            // Closed with the exchange.
            InputStream in = exchange.getRequestBody();
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length <= MOST_BYTES) {
                return body;
            }
        }
        exchange.getResponseHeaders().set("Connection", "close");
        throw ApiError.of(413, "RequestEntityTooLarge", "the body is larger than 8 MiB");
    }

    /** The server itself refuses what is no number, and reads no further than announced. */
    private static long announced(List<String> lengths) {
        try {
            return lengths.isEmpty() ? 0 : Long.parseLong(lengths.get(0).strip());
        } catch (NumberFormatException e) {
            throw ApiError.malformed("Content-Length is not a number");
        }
    }

    private static void send(HttpExchange exchange, int number, Reply reply, boolean cut) throws IOException {
        String id = String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number);
        byte[] text = reply.xml(id).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.getResponseHeaders().set("x-amzn-RequestId", id);
        exchange.sendResponseHeaders(reply.status(), text.length);
        exchange.getResponseBody().write(text, 0, cut ? text.length / 2 : text.length);
    }
}
