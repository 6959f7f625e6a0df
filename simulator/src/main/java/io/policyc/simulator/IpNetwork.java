package io.policyc.simulator;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network or a single address of a policy, compared by its bits. IPv4 and IPv6 never match each other, and a request's
 * IPv4-mapped IPv6 address is its IPv4 address. The odd spellings follow what AWS answered in September 2026.
 */
final class IpNetwork {
    private static final CharMatcher HEX_AND_COLON =
            CharMatcher.anyOf("0123456789abcdefABCDEF:").precomputed();
    private static final Pattern PREFIX_LENGTH = Pattern.compile("\\+?0*[0-9]{1,3}");
    private static final String MAPPED = "::ffff:";
    private static final int V4_BYTES = 4;
    private static final int OCTET_DIGITS = 3;

    /** Longer than any address: eight groups of four digits and seven colons. Absurd texts are not even split. */
    private static final int LONGEST = 40;

    private final byte[] address;
    private final int prefixLength;

    private IpNetwork(byte[] address, int prefixLength) {
        this.address = address;
        this.prefixLength = prefixLength;
    }

    /**
     * The network of a policy value. Host bits of an IPv4 network are ignored; an IPv6 network with host bits matches
     * nothing, so it is none.
     */
    static Optional<IpNetwork> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> bytes = bytes(slash < 0 ? text : text.substring(0, slash));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        int bits = bytes.get().length * Byte.SIZE;
        int length = slash < 0 ? bits : prefixLength(text.substring(slash + 1));
        if (length < 0 || length > bits) {
            return Optional.empty();
        }
        IpNetwork network = new IpNetwork(bytes.get(), length);
        boolean hostBits = bytes.get().length > V4_BYTES && network.hasHostBits();
        return hostBits ? Optional.empty() : Optional.of(network);
    }

    /** The address of a request value: no prefix length, and mapped addresses as IPv4. */
    static Optional<byte[]> parseAddress(String text) {
        if (text.regionMatches(true, 0, MAPPED, 0, MAPPED.length()) && text.indexOf('.') > 0) {
            return bytes(text.substring(MAPPED.length())).filter(bytes -> bytes.length == V4_BYTES);
        }
        return bytes(text).map(IpNetwork::withoutMapping);
    }

    boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit += Byte.SIZE) {
            int at = bit / Byte.SIZE;
            int used = Math.min(Byte.SIZE, prefixLength - bit);
            int mask = 0xFF << (Byte.SIZE - used);
            if (((address[at] ^ other[at]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean hasHostBits() {
        for (int bit = prefixLength; bit < address.length * Byte.SIZE; bit++) {
            if ((address[bit / Byte.SIZE] & (0x80 >>> bit % Byte.SIZE)) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int prefixLength(String text) {
        return PREFIX_LENGTH.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private static Optional<byte[]> bytes(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.indexOf(':') < 0) {
            return v4(text);
        }
        String plain = withoutOddColons(text);
        if (!HEX_AND_COLON.matchesAllOf(plain) || !InetAddresses.isInetAddress(plain)) {
            return Optional.empty();
        }
        return Optional.of(withMapping(InetAddresses.forString(plain).getAddress()));
    }

    /**
     * AWS overlooks one colon at the end, takes three for two, and an empty group at the start for 0 (observed, September
     * 2026). An address that it can read has to be one here too, or NotIpAddress in a Deny would not match it.
     */
    private static String withoutOddColons(String text) {
        String plain = text;
        if (plain.endsWith(":") && !plain.endsWith("::")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        int three = plain.indexOf(":::");
        if (three >= 0 && !plain.startsWith("::::", three)) {
            plain = plain.substring(0, three) + plain.substring(three + 1);
        }
        return plain.startsWith(":") && !plain.startsWith("::") ? "0" + plain : plain;
    }

    /** Four decimal octets; leading zeros are decimal, not octal. */
    private static Optional<byte[]> v4(String text) {
        byte[] octets = new byte[V4_BYTES];
        int complete = 0;
        int digits = 0;
        int value = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c >= '0' && c <= '9' && digits < OCTET_DIGITS) {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c == '.' && digits > 0 && value <= 255 && complete < V4_BYTES) {
                octets[complete] = (byte) value;
                complete++;
                digits = 0;
                value = 0;
            } else {
                return Optional.empty();
            }
        }
        return complete == V4_BYTES ? Optional.of(octets) : Optional.empty();
    }

    /** Java turns a mapped address into IPv4 by itself; a policy's network keeps its family. */
    private static byte[] withMapping(byte[] bytes) {
        if (bytes.length != V4_BYTES) {
            return bytes;
        }
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(bytes, 0, mapped, 12, V4_BYTES);
        return mapped;
    }

    private static byte[] withoutMapping(byte[] bytes) {
        if (bytes.length == V4_BYTES || bytes[10] != (byte) 0xFF || bytes[11] != (byte) 0xFF) {
            return bytes;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return bytes;
            }
        }
        return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
    }
}
