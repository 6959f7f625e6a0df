package io.policyc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper request, byte by byte: each is refused at once or after some seconds, and the next one is answered. */
@Timeout(60)
@SuppressWarnings("StringConcatToTextBlock") // Lines end with CR LF here.
final class HttpTest {
    private static final String BODY = "Action=ListUsers&Version=2010-05-08";
    private static final String PROPER = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Calls.FORM
            + "\r\nContent-Length: " + BODY.length() + "\r\n";

    private final List<String> log = new ArrayList<>();
    private SimulatorEndpoint endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort().withLog(line -> {
            synchronized (log) {
                log.add(line);
            }
        }));
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(ask(PROPER + "Connection: close\r\n\r\n" + BODY)).contains("HTTP/1.1 400", "InvalidAction");
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /, 405",
        "PUT /, 405",
        "BREW /, 405",
        "POST /other, 404",
        "POST /?Action=ListUsers, 404",
        "POST /%2e%2e/etc/passwd, 404",
        "POST *, 404",
    })
    void onlyPostToTheRoot(String line, int status) throws IOException {
        assertThat(ask(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-amz-json-1.1",
                "text/plain",
                "application/x-www-form-urlencoded; charset=iso-8859-1",
                "multipart/form-data; boundary=x"
            })
    void onlyForms(String type) throws IOException {
        assertThat(ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 415");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "192.0.2.1", "localhost.evil.example", "", "a b", "[::1", "0"
            })
    void onlyForLoopback(String host) throws IOException {
        assertThat(ask(PROPER.replace("Host: localhost", "Host: " + host) + "Connection: close\r\n\r\n" + BODY))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.9.9.9:8080", "[::1]", "[::1]:80"})
    void forEveryNameOfLoopback(String host) throws IOException {
        assertThat(ask(PROPER.replace("Host: localhost", "Host: " + host) + "Connection: close\r\n\r\n" + BODY))
                .contains("InvalidAction");
    }

    @Test
    void aRequestWithoutHostIsRefused() throws IOException {
        assertThat(ask("POST / HTTP/1.0\r\n\r\n")).contains(" 403 ");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() throws IOException {
        String head = PROPER.replace("Content-Length: " + BODY.length(), "Content-Length: 8388609");
        assertThat(ask(head + "\r\n")).startsWith("HTTP/1.1 413").contains("8 MiB");
    }

    @Test
    void neitherDoesAChunkedBodyGetThrough() throws IOException {
        String head = PROPER.replace("Content-Length: " + BODY.length(), "Transfer-Encoding: chunked");
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) {
                out.write(chunk);
            }
            assertThat(rest(socket)).startsWith("HTTP/1.1 413");
        } catch (SocketException e) {
            // It closed before we had sent all: refused just as well.
            assertThat(log).anyMatch(line -> line.startsWith("413"));
        }
    }

    @Test
    void aChunkedBodyIsRead() throws IOException {
        String head = PROPER.replace("Content-Length: " + BODY.length(), "Transfer-Encoding: chunked");
        assertThat(ask(head + "Connection: close\r\n\r\n" + Integer.toHexString(BODY.length()) + "\r\n" + BODY
                        + "\r\n0\r\n\r\n"))
                .contains("Could not find operation ListUsers");
    }

    @Test
    void connectionsStayOpen() throws IOException {
        try (Socket socket = connect()) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write((PROPER + "\r\n" + BODY).getBytes(StandardCharsets.US_ASCII));
                assertThat(oneAnswer(socket.getInputStream())).contains("Could not find operation ListUsers");
            }
        }
    }

    @Test
    void requestsMayFollowEachOtherAtOnce() throws IOException {
        try (Socket socket = connect()) {
            String both = PROPER + "\r\n" + BODY + PROPER + "\r\n" + BODY.replace("ListUsers", "ListRoles");
            socket.getOutputStream().write(both.getBytes(StandardCharsets.US_ASCII));
            assertThat(oneAnswer(socket.getInputStream())).contains("ListUsers");
            assertThat(oneAnswer(socket.getInputStream())).contains("ListRoles");
        }
    }

    /** As a script that asks everything at once. */
    @Test
    void hundredsOfClientsAtOnceAreAnswered() throws IOException {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            clients.add(connect());
        }
        for (Socket client : clients) {
            client.getOutputStream()
                    .write((PROPER + "Connection: close\r\n\r\n" + BODY).getBytes(StandardCharsets.US_ASCII));
        }
        for (Socket client : clients) {
            assertThat(rest(client)).contains("Could not find operation ListUsers");
            client.close();
        }
    }

    /** More slow clients than threads; each is cut off, and meanwhile none of them learns anything. */
    @ParameterizedTest
    @ValueSource(strings = {"", "POST / HT", "HEAD", "BODY"})
    void slowRequestsAreCutOff(String begin) throws IOException {
        String text = begin.equals("HEAD") ? PROPER : begin.equals("BODY") ? PROPER + "\r\nAction=" : begin;
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = connect();
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        if (!begin.isEmpty()) {
            for (Socket socket : slow) {
                assertThat(rest(socket)).doesNotContain("200");
            }
        }
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "nonsense\r\n\r\n",
                "POST\r\n\r\n",
                "POST / HTTP/9.9\r\nConnection: close\r\n\r\n",
                "POST http:// HTTP/1.1\r\n\r\n",
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            })
    void whatIsNoRequestIsRefused(String text) throws IOException {
        assertThat(ask(text)).doesNotContain("HTTP/1.1 200", "HTTP/1.1 500");
        assertThat(log).noneMatch(line -> line.contains("InternalFailure"));
    }

    @Test
    void credentialsAreNotLogged() throws IOException {
        ask(PROPER + "Authorization: AWS4-HMAC-SHA256 Credential=AKIASECRET/x\r\nConnection: close\r\n\r\n" + BODY);
        assertThat(log).hasSize(1).noneMatch(line -> line.contains("SECRET"));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(endpoint.uri().getHost(), endpoint.port());
        socket.setSoTimeout(15_000);
        return socket;
    }

    private String ask(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return rest(socket);
        }
    }

    /** All that comes until the connection is closed; fails after the time-out. */
    private static String rest(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            // Reset: closed as well.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static String oneAnswer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("</ErrorResponse>") < 0) {
            int next = in.read();
            assertThat(next).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }
}
