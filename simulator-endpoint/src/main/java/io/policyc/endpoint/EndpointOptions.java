package io.policyc.endpoint;

import java.net.InetAddress;
import java.util.function.Consumer;

/**
 * Where an endpoint listens, and what it does besides answering.
 *
 * @param address of the interface to listen on
 * @param port 0 for one that is free
 * @param anyHost whether requests may name any host; otherwise only names of loopback, so that no page in a browser gets
 *     through with a name of its own
 * @param log gets a line for each answer, without credentials and without the text of policies
 * @param faults for tests of clients
 */
public record EndpointOptions(InetAddress address, int port, boolean anyHost, Consumer<String> log, Faults faults) {

    /** On a free port of loopback, quiet, without faults. */
    public static EndpointOptions onAnyFreePort() {
        return onLoopback(0);
    }

    /** On a port of loopback. */
    public static EndpointOptions onLoopback(int port) {
        return new EndpointOptions(InetAddress.getLoopbackAddress(), port, false, line -> {}, Faults.none());
    }

    public EndpointOptions withLog(Consumer<String> lines) {
        return new EndpointOptions(address, port, anyHost, lines, faults);
    }

    public EndpointOptions withFaults(Faults instead) {
        return new EndpointOptions(address, port, anyHost, log, instead);
    }
}
