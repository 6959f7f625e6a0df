package io.policyc.alert;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.policyc.glob.Glob;
import io.policyc.node.ScalarNode;
import io.policyc.simulator.Truth;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What one value of a pattern asks of one value of an event. Where AWS's page and the matcher that AWS has published say
 * different things, the answer is that it cannot be told.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Comparison
 *     operators</a>
 */
sealed interface ValueTest {
    Truth matches(ScalarNode value);

    /**
     * The same text. The page compares texts character by character; the published matcher takes two spellings of one IP
     * address for equal.
     */
    record SameText(String text) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            if (value.type() != ScalarNode.Type.STRING || value.text().equals(text)) {
                return Truth.of(value.type() == ScalarNode.Type.STRING);
            }
            return sameAddress(text, value.text()) ? Truth.UNKNOWN : Truth.FALSE;
        }

        private static boolean sameAddress(String one, String other) {
            return InetAddresses.isInetAddress(one)
                    && InetAddresses.isInetAddress(other)
                    && InetAddresses.forString(one).equals(InetAddresses.forString(other));
        }
    }

    /** The same number. For the page 300 and 3.0e2 differ; for the published matcher they do not. */
    record SameNumber(String text) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            if (value.type() != ScalarNode.Type.NUMBER || value.text().equals(text)) {
                return Truth.of(value.type() == ScalarNode.Type.NUMBER);
            }
            Optional<BigDecimal> other = Decimals.parse(value.text());
            Optional<BigDecimal> number = Decimals.parse(text);
            if (other.isEmpty() || number.isEmpty()) {
                return Truth.UNKNOWN;
            }
            return number.get().compareTo(other.get()) == 0 ? Truth.UNKNOWN : Truth.FALSE;
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record SameWord(ScalarNode.Type type, String text) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return Truth.of(value.type() == type && value.text().equals(text));
        }
    }

    /** A text that begins so. */
    record Prefix(String prefix, boolean ignoresCase) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return text(value, ignoresCase, (text, fold) -> text.regionMatches(fold, 0, prefix, 0, prefix.length()))
                    .and(ignoresCase ? sameAscii(head(value.text(), prefix.length()), prefix) : Truth.TRUE);
        }

        private static String head(String text, int length) {
            return text.substring(0, Math.min(length, text.length()));
        }
    }

    /** A text that ends so. */
    record Suffix(String suffix, boolean ignoresCase) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            int from = value.text().length() - suffix.length();
            return text(value, ignoresCase, (text, fold) -> text.regionMatches(fold, from, suffix, 0, suffix.length()))
                    .and(ignoresCase ? sameAscii(value.text().substring(Math.max(0, from)), suffix) : Truth.TRUE);
        }
    }

    /** The same text but for letter case. */
    record IgnoringCase(String wanted) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return text(value, true, (text, fold) -> text.equalsIgnoreCase(wanted))
                    .and(sameAscii(value.text(), wanted));
        }
    }

    /** A text in which each star of the pattern stands for any characters. */
    record Wildcard(Glob glob) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return text(value, false, (text, fold) -> glob.matches(text));
        }
    }

    /** A number between bounds. */
    record Within(NumberRange range) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return value.type() == ScalarNode.Type.NUMBER ? range.contains(value.text()) : Truth.FALSE;
        }
    }

    /** An IP address of a network. */
    record Cidr(AddressBlock block) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return value.type() == ScalarNode.Type.STRING ? block.contains(value.text()) : Truth.FALSE;
        }
    }

    /** Any value, of whatever type, that none of some tests matches. */
    record AnythingBut(ImmutableList<ValueTest> tests) implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            Truth any = Truth.FALSE;
            for (ValueTest test : tests) {
                any = any.or(test.matches(value));
            }
            return any.not();
        }
    }

    /** Any value at all, null as well. */
    record Present() implements ValueTest {
        @Override
        public Truth matches(ScalarNode value) {
            return Truth.TRUE;
        }
    }

    private static Truth text(ScalarNode value, boolean ignoresCase, BiPredicate<String, Boolean> matches) {
        return Truth.of(value.type() == ScalarNode.Type.STRING && matches.test(value.text(), ignoresCase));
    }

    /** Of two texts that are equal but for letter case: whether they are in ASCII's sense, else nothing says how. */
    private static Truth sameAscii(String one, String other) {
        return Ascii.equalsIgnoreCase(one, other) ? Truth.TRUE : Truth.UNKNOWN;
    }
}
