package io.policyc.alert;

import com.google.common.net.InetAddresses;
import io.policyc.simulator.Truth;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network as {@code cidr} writes it, of IPv4 or IPv6.
 *
 * @param network the bits that an address must begin with
 * @param free how many bits follow them
 * @param bits of an address of this family
 */
record AddressBlock(BigInteger network, int free, int bits) {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]{2,45})/([0-9]{1,3})");

    static Optional<AddressBlock> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !InetAddresses.isInetAddress(matcher.group(1)) || isMixed(matcher.group(1))) {
            return Optional.empty();
        }
        byte[] address = InetAddresses.forString(matcher.group(1)).getAddress();
        int bits = address.length * Byte.SIZE;
        int length = Integer.parseInt(matcher.group(2));
        if (length > bits) {
            return Optional.empty();
        }
        return Optional.of(new AddressBlock(new BigInteger(1, address).shiftRight(bits - length), bits - length, bits));
    }

    /** An IPv4 address written as one of IPv6: of which family it counts is not said. */
    private static boolean isMixed(String address) {
        boolean six = address.indexOf(':') >= 0;
        return six
                && (address.indexOf('.') >= 0
                        || InetAddresses.forString(address).getAddress().length == 4);
    }

    Truth contains(String text) {
        if (!InetAddresses.isInetAddress(text)) {
            return Truth.FALSE;
        }
        if (isMixed(text)) {
            return Truth.UNKNOWN;
        }
        byte[] address = InetAddresses.forString(text).getAddress();
        return Truth.of(address.length * Byte.SIZE == bits
                && new BigInteger(1, address).shiftRight(free).equals(network));
    }
}
