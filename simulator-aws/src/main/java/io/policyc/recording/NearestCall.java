package io.policyc.recording;

import com.google.common.collect.ImmutableMap;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.finding.Printable;
import io.policyc.recording.Recording.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What a call that was not recorded differs in from the recorded call that is most like it. */
final class NearestCall {
    /** How many searches there are: each looks at every recorded call. */
    private static final int SEARCHES = 100;

    /** How many differences a message names. */
    private static final int NAMED = 3;

    private final Recording recording;
    private final AtomicInteger searches = new AtomicInteger();

    NearestCall(Recording recording) {
        this.recording = recording;
    }

    /** The end of a message, which begins with a semicolon; empty if nothing is said. */
    String difference(SimulationCall call, String action) {
        if (recording.entries().isEmpty()) {
            return "; the recording is empty";
        }
        if (searches.incrementAndGet() > SEARCHES) {
            return "";
        }
        CallContent asked = CallContent.of(call);
        List<String> least = List.of();
        for (Entry entry : recording.entries()) {
            List<String> differences = differences(asked, action, entry.call());
            if (least.isEmpty() || differences.size() < least.size()) {
                least = differences;
            }
        }
        String more = least.size() > NAMED ? " and " + (least.size() - NAMED) + " more" : "";
        return "; the nearest recorded call differs in "
                + least.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
    }

    private static List<String> differences(CallContent asked, String action, SimulationCall call) {
        CallContent recorded = CallContent.of(call);
        List<String> differences = new ArrayList<>();
        if (!call.actions().contains(action)) {
            differences.add("the action");
        }
        add("the resources", asked.resources(), recorded.resources(), differences);
        add("the caller", asked.caller(), recorded.caller(), differences);
        add("the owner of the resources", asked.resourceOwner(), recorded.resourceOwner(), differences);
        add("the SCPs", asked.levels(), recorded.levels(), differences);
        add("the identity policies", asked.identityPolicies(), recorded.identityPolicies(), differences);
        add("the boundary", asked.boundary(), recorded.boundary(), differences);
        add("the resource policy", asked.resourcePolicy(), recorded.resourcePolicy(), differences);
        addContext(asked, recorded, differences);
        return differences.isEmpty() ? List.of("that it was not answered") : differences;
    }

    private static void add(String name, Object asked, Object recorded, List<String> differences) {
        if (!asked.equals(recorded)) {
            differences.add(name);
        }
    }

    /** Each key with other values, or in one of the two only. */
    private static void addContext(CallContent asked, CallContent recorded, List<String> differences) {
        ImmutableMap<String, ContextEntry> before = byKey(recorded);
        ImmutableMap<String, ContextEntry> now = byKey(asked);
        for (ContextEntry entry : now.values()) {
            Optional<ContextEntry> other = Optional.ofNullable(before.get(entry.key()));
            if (!other.equals(Optional.of(entry))) {
                differences.add(Printable.quoted(entry.key())
                        + other.map(one -> " (recorded with " + Printable.quoted(String.join(", ", one.values())) + ")")
                                .orElse(" (recorded without)"));
            }
        }
        before.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> differences.add(Printable.quoted(key) + " (recorded, not asked)"));
    }

    private static ImmutableMap<String, ContextEntry> byKey(CallContent content) {
        ImmutableMap.Builder<String, ContextEntry> entries = ImmutableMap.builder();
        content.context().elementSet().forEach(entry -> entries.put(entry.key(), entry));
        return entries.buildKeepingLast();
    }
}
