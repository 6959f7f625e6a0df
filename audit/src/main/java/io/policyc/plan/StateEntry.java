package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the state as an object. Whoever takes it apart writes it again and compares: only then is it known that nothing
 * else stood there.
 */
record StateEntry(ObjectNode object) {

    static Optional<StateEntry> read(String line) {
        return JsonNodes.read(SourceText.of(PlanState.FILE, line))
                .value()
                .filter(ObjectNode.class::isInstance)
                .map(node -> new StateEntry((ObjectNode) node));
    }

    Optional<String> text(String key) {
        return object.get(key).filter(ScalarNode.class::isInstance).map(node -> ((ScalarNode) node).text());
    }

    ImmutableList<String> texts(String key) {
        Optional<Node> list = object.get(key);
        if (list.isEmpty() || !(list.get() instanceof ArrayNode array)) {
            return ImmutableList.of();
        }
        return array.elements().stream()
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).text())
                .collect(ImmutableList.toImmutableList());
    }

    Optional<LocalDate> day(String key) {
        return text(key).flatMap(found -> {
            try {
                return Optional.of(LocalDate.parse(found));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    Optional<KeyId> id() {
        Optional<Integer> slot =
                text("key").filter(text -> text.equals("1") || text.equals("2")).map(Integer::valueOf);
        Optional<String> user = text("user");
        try {
            Optional<Instant> made = text("made").map(Instant::parse);
            return user.isPresent() && slot.isPresent() && made.isPresent()
                    ? Optional.of(new KeyId(user.get(), slot.get(), made.get()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<KeyRecord> found() {
        ImmutableList<String> roles = texts("roles");
        Optional<LocalDate> dualRun = day("dualRun");
        return roles.isEmpty() == dualRun.isPresent()
                ? Optional.empty()
                : day("seen")
                        .map(seen -> new KeyRecord(seen, roles, dualRun, day("disabled"), day("back"), day("gone")));
    }
}
