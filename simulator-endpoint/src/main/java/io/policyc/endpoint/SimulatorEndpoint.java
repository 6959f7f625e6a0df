package io.policyc.endpoint;

import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers SimulateCustomPolicy and GetContextKeysForCustomPolicy from the offline simulator, until it is
 * closed. It reads no file, asks nobody and keeps nothing of a request.
 *
 * <pre>{@code
 * try (SimulatorEndpoint endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort())) {
 *     IamClient.builder().endpointOverride(endpoint.uri())…
 * }
 * }</pre>
 */
public final class SimulatorEndpoint implements AutoCloseable {
    /** Reading a body waits for its client, so there are more threads than processors. */
    private static final int THREADS = 16;

    /** A script that asks everything at once is answered; one that waits holds no more than its connection. */
    private static final int WAITING = 1_000;

    static {
        // Read once, when the server's classes load. Without the first an answer waits 40 ms for an acknowledgement.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        // Seconds from the first byte of a request to its last, and from there to the last byte of the answer.
        setUnlessSet("sun.net.httpserver.maxReqTime", "15");
        setUnlessSet("sun.net.httpserver.maxRspTime", "120");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private SimulatorEndpoint(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Starts to answer.
     *
     * @throws IOException if the address cannot be listened on; the port is taken, for example
     */
    public static SimulatorEndpoint start(EndpointOptions options) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(options.address(), options.port()), WAITING);
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "simulator-endpoint-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", new HttpGate(options));
        server.start();
        return new SimulatorEndpoint(server, threads);
    }

    /** Where it listens, for {@code --endpoint-url} and its likes. */
    public URI uri() {
        InetAddress address = server.getAddress().getAddress();
        return URI.create("http://" + InetAddresses.toUriString(address) + ":" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Ends at once; whoever waits for an answer gets none. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
