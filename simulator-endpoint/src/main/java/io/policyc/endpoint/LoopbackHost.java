package io.policyc.endpoint;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.util.List;

/**
 * Whether a request was meant for this machine by name. A page in a browser can have its own name point to 127.0.0.1 and
 * then ask whoever listens there (DNS rebinding); the Host header still has the page's name.
 */
final class LoopbackHost {
    private LoopbackHost() {}

    static boolean isNamedBy(List<String> hostHeaders) {
        if (hostHeaders.size() != 1) {
            return false;
        }
        try {
            String host = HostAndPort.fromString(hostHeaders.get(0).strip()).getHost();
            return host.equalsIgnoreCase("localhost")
                    || (InetAddresses.isInetAddress(host)
                            && InetAddresses.forString(host).isLoopbackAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
