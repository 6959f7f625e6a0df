package io.policyc.simulator;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.policyc.glob.GlobBuilder;
import io.policyc.glob.GlobMiss;
import java.util.Optional;

/**
 * Where a value of a policy and a value of the request part.
 *
 * @param pattern the character of the policy's value, with variables resolved, that the request's value lacks; counted from 1
 *     in UTF-16 units, one more than there are if it ended
 * @param component the part of an ARN in which the two part: partition, service, Region, account or resource
 * @param words the same for people
 */
public record ValueMiss(GlobMiss miss, int pattern, Optional<String> component, String words) {
    private static final CharMatcher COLON = CharMatcher.is(':');
    private static final ImmutableList<String> COMPONENTS =
            ImmutableList.of("prefix", "partition", "service", "Region", "account", "resource");

    private static final Splitter FIELDS = Splitter.on(':').limit(COMPONENTS.size());
    private static final int RESOURCE = COMPONENTS.size() - 1;

    /** The miss of text that is compared as one string. */
    static Optional<ValueMiss> of(GlobBuilder glob, ShownPattern shown, String text) {
        return GlobMiss.of(glob, text).map(miss -> ofString(miss, shown, text));
    }

    /** The miss of text that is compared after letter case was folded; none if that moved places in the text. */
    static Optional<ValueMiss> ofFolded(GlobBuilder glob, ShownPattern shown, String folded, String text) {
        return folded.length() == text.length()
                ? GlobMiss.of(glob, folded)
                        .map(miss -> miss.asWritten(shown.text(), shown.offset(miss.unit()), text))
                        .map(miss -> ofString(miss, shown, text))
                : Optional.empty();
    }

    /** The miss of a text that is compared field by field. */
    static Optional<ValueMiss> ofArn(GlobBuilder glob, ShownPattern shown, String text) {
        return GlobMiss.of(glob, text).map(miss -> ofArn(miss, shown, text));
    }

    private static ValueMiss ofString(GlobMiss miss, ShownPattern shown, String text) {
        return new ValueMiss(
                miss, shown.offset(miss.unit()) + 1, Optional.empty(), new MissText(miss, shown, text).words());
    }

    /** A field that differs is shown whole, but not a resource that begins as it should: that one may be long. */
    private static ValueMiss ofArn(GlobMiss miss, ShownPattern shown, String text) {
        int before = miss.character() - 1;
        int field = Math.min(COLON.countIn(text.substring(0, before)), RESOURCE);
        String component = COMPONENTS.get(field);
        int start = start(text, field);
        boolean whole = miss.reason() != GlobMiss.Reason.LETTER_CASE && (field < RESOURCE || before == start);
        String words = whole
                ? component + " is " + field(text, field) + ", wants " + field(shown.text(), field)
                : new MissText(miss, shown, text).wordsAfter(start(shown.text(), field));
        return new ValueMiss(miss, shown.offset(miss.unit()) + 1, Optional.of(component), words);
    }

    /** Where a field starts, counted from 0. */
    private static int start(String arn, int field) {
        int start = 0;
        for (int i = 0; i < field; i++) {
            start = arn.indexOf(':', start) + 1;
        }
        return start;
    }

    private static String field(String arn, int field) {
        String text = FIELDS.splitToList(arn).get(field);
        return text.isEmpty() ? "none" : Excerpt.of(text);
    }

    boolean inLetterCaseOnly() {
        return miss.reason() == GlobMiss.Reason.LETTER_CASE;
    }
}
