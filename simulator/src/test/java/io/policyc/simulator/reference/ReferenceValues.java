package io.policyc.simulator.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the reference evaluator reads and compares texts: wildcards, case, numbers, dates, addresses. */
final class ReferenceValues {

    private ReferenceValues() {}

    /** One UTF-16 unit of a pattern; a literal one is never a wildcard. */
    record Unit(char value, boolean literal) {}

    static List<Unit> units(String text, boolean literal) {
        return text.chars().mapToObj(unit -> new Unit((char) unit, literal)).toList();
    }

    static List<Unit> plain(String text) {
        return units(text, false);
    }

    static String text(List<Unit> units) {
        StringBuilder text = new StringBuilder();
        units.forEach(unit -> text.append(unit.value()));
        return text.toString();
    }

    /** The colon-separated fields of an ARN pattern, at most six: the sixth is the rest. */
    static List<List<Unit>> fields(List<Unit> units) {
        List<List<Unit>> fields = new ArrayList<>(List.of(new ArrayList<>()));
        for (Unit unit : units) {
            if (unit.value() == ':' && fields.size() < 6) {
                fields.add(new ArrayList<>());
            } else {
                fields.get(fields.size() - 1).add(unit);
            }
        }
        return fields;
    }

    /**
     * Matches the whole value: `*` is any run, `?` one UTF-16 unit as observed in September 2026, for which both sides
     * are spelled with a newline after every unit so that a regex takes surrogates singly.
     *
     * <p>In the first five colon-separated segments of a resource pattern a wildcard does not match a colon, unless it
     * is a `*` that ends its segment (IAM User Guide, reference-arns).
     */
    static boolean glob(List<Unit> pattern, String value, boolean resource) {
        StringBuilder regex = new StringBuilder();
        int segment = 0;
        for (int i = 0; i < pattern.size(); i++) {
            Unit unit = pattern.get(i);
            boolean star = unit.value() == '*' && !unit.literal();
            boolean ends = i + 1 == pattern.size() || pattern.get(i + 1).value() == ':';
            String one = !resource || segment >= 5 || (star && ends) ? "(?:.\n)" : "(?:[^:]\n)";
            if (star || (unit.value() == '?' && !unit.literal())) {
                regex.append(one).append(star ? "*" : "");
            } else {
                regex.append(Pattern.quote(unit.value() + "\n"));
            }
            segment += unit.value() == ':' ? 1 : 0;
        }
        StringBuilder spelled = new StringBuilder();
        value.chars().forEach(unit -> spelled.append((char) unit).append('\n'));
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(spelled)
                .matches();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Lower case without a locale, but supplementary characters stay as they are (observed, September 2026). */
    static String foldCase(String text) {
        List<Integer> kept = new ArrayList<>();
        text.codePoints().filter(Character::isSupplementaryCodePoint).forEach(kept::add);
        StringBuilder folded = new StringBuilder();
        lower(text)
                .codePoints()
                .map(c -> Character.isSupplementaryCodePoint(c) ? kept.remove(0) : c)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Observed, September 2026, for Bool and Null: "true" in any case is true, every other text is false. */
    static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true");
    }

    /** Strict base64 as observed, September 2026: padded and canonical, so that equal texts are equal bytes. */
    static boolean isBase64(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // Numbers, dates, addresses

    static <T extends Comparable<T>> boolean ordered(String relation, Optional<T> left, Optional<T> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        int order = left.get().compareTo(right.get());
        return switch (relation) {
            case "Equals" -> order == 0;
            case "LessThan" -> order < 0;
            case "LessThanEquals" -> order <= 0;
            case "GreaterThan" -> order > 0;
            case "GreaterThanEquals" -> order >= 0;
            default -> throw new AssertionError(relation);
        };
    }

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE]([+-]?\\d+))?");

    /** Exact decimals (observed, September 2026); an exponent beyond five digits is malformed here. */
    static Optional<BigDecimal> number(String text) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigInteger exponent = parts.group(1) == null ? BigInteger.ZERO : new BigInteger(parts.group(1));
        boolean tooLarge = exponent.abs().compareTo(BigInteger.valueOf(99_999)) > 0;
        return tooLarge ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)"
            + "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?");
    private static final Pattern EPOCH = Pattern.compile("\\+?\\d{1,12}");

    /** Milliseconds since 1970, the rest cut off; no zone is UTC (observed, September 2026). */
    static Optional<Long> millis(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return EPOCH.matcher(text).matches() ? Optional.of(Long.parseLong(text) * 1000) : Optional.empty();
        }
        int[] numbers = {0, 1, 1, 0, 0, 0};
        for (int i = 0; i < numbers.length && parts.group(i + 1) != null; i++) {
            numbers[i] = Integer.parseInt(parts.group(i + 1));
        }
        String fraction = (parts.group(7) == null ? "" : parts.group(7)) + "000";
        try {
            ZoneOffset zone = ZoneOffset.of(parts.group(8) == null ? "Z" : parts.group(8));
            LocalDateTime time =
                    LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
            return Optional.of(time.toEpochSecond(zone) * 1000 + Integer.parseInt(fraction.substring(0, 3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An address of 32 or 128 bits; parsing and containment as observed, September 2026. */
    record Ip(int bits, BigInteger value) {
        /** A request address has no prefix, and an IPv4-mapped one is the IPv4 address. */
        static Optional<Ip> ofRequest(String text) {
            boolean dotted = lower(text).startsWith("::ffff:") && text.contains(".");
            return of(dotted ? text.substring(7) : text)
                    .map(ip -> ip.bits() == 128 && ip.value().shiftRight(32).equals(BigInteger.valueOf(0xffff))
                            ? new Ip(32, ip.value().mod(BigInteger.ONE.shiftLeft(32)))
                            : ip);
        }

        /** Host bits are ignored in an IPv4 network, while an IPv6 network with host bits contains nothing. */
        static boolean contains(String network, Ip address) {
            String[] parts = network.split("/", 2);
            Optional<Ip> base = of(parts[0]);
            if (base.isEmpty() || base.get().bits() != address.bits()) {
                return false;
            }
            if (parts.length == 2 && !parts[1].matches("\\+?\\d+")) {
                return false;
            }
            BigInteger bits = BigInteger.valueOf(address.bits());
            BigInteger host = parts.length == 2 ? bits.subtract(new BigInteger(parts[1])) : BigInteger.ZERO;
            if (host.signum() < 0) {
                return false;
            }
            BigInteger size = BigInteger.ONE.shiftLeft(host.intValue());
            boolean hostBits = base.get().value().mod(size).signum() != 0;
            return base.get().value().divide(size).equals(address.value().divide(size))
                    && (address.bits() == 32 || !hostBits);
        }

        static Optional<Ip> of(String text) {
            if (text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
                return join(List.of(text.split("\\.")), 10, 8);
            }
            String[] halves = text.split("::", -1);
            List<String> groups = groups(halves[0]);
            List<String> tail = halves.length == 2 ? groups(halves[1]) : List.of();
            if (halves.length > 2 || (halves.length == 2 && groups.size() + tail.size() > 7)) {
                return Optional.empty();
            }
            while (halves.length == 2 && groups.size() + tail.size() < 8) {
                groups.add("0");
            }
            groups.addAll(tail);
            boolean valid = groups.size() == 8 && groups.stream().allMatch(g -> g.matches("[0-9a-fA-F]{1,4}"));
            return valid ? join(groups, 16, 16) : Optional.empty();
        }

        static List<String> groups(String text) {
            return new ArrayList<>(text.isEmpty() ? List.of() : List.of(text.split(":", -1)));
        }

        static Optional<Ip> join(List<String> groups, int radix, int width) {
            BigInteger value = BigInteger.ZERO;
            for (String group : groups) {
                int number = Integer.parseInt(group, radix);
                if (number >= 1 << width) {
                    return Optional.empty();
                }
                value = value.shiftLeft(width).or(BigInteger.valueOf(number));
            }
            return Optional.of(new Ip(groups.size() * width, value));
        }
    }
}
