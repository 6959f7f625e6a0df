package io.policyc.recording;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account ids of one call, each with the id that stands for it: {@code 111111111111} for the first, and so on. Which
 * is the first does not depend on the order of what the API takes in any order, so that a call that is made again gets the
 * same ids. Whatever has twelve digits counts as an id, wherever it stands.
 */
final class AccountIds {
    private static final Pattern ID = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final int DIGITS = 12;

    private final BiMap<String, String> replacements = HashBiMap.create();

    private AccountIds() {}

    static AccountIds of(SimulationCall call) {
        AccountIds ids = new AccountIds();
        Texts.replaced(ordered(call), ids::replace);
        return ids;
    }

    /** The text with other ids; an id that the call does not have gets the next one. */
    String replace(String text) {
        return ID.matcher(text).replaceAll(found -> replacements.computeIfAbsent(found.group(), id -> next()));
    }

    /** The text with the ids of the call again. */
    String restore(String text) {
        return ID.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(replacements.inverse().getOrDefault(found.group(), found.group())));
    }

    private String next() {
        int number = replacements.size() + 1;
        return number < 10 ? String.valueOf(number).repeat(DIGITS) : String.format(Locale.ROOT, "%012d", number);
    }

    /** The same call in one order. */
    private static SimulationCall ordered(SimulationCall call) {
        return new SimulationCall(
                call.actions(),
                sorted(call.resources()),
                sorted(call.identityPolicies()),
                call.organizationPolicies().stream().map(AccountIds::sorted).collect(ImmutableList.toImmutableList()),
                call.boundary(),
                call.resourcePolicy(),
                call.resourceOwner(),
                call.caller(),
                ImmutableList.sortedCopyOf(
                        Comparator.comparing((ContextEntry entry) -> entry.key().toLowerCase(Locale.ROOT))
                                .thenComparing(entry -> entry.values().toString()),
                        call.context()));
    }

    private static ImmutableList<String> sorted(ImmutableList<String> texts) {
        return ImmutableList.sortedCopyOf(texts);
    }
}
