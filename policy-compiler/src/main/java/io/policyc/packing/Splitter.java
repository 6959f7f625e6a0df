package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.List;
import java.util.Optional;

/**
 * Parts a statement that is too large for any document by its list of actions or resources, of which one has to match:
 * the parts together match what the whole did. A NotAction or NotResource is never parted: two Deny statements with half
 * of such a list each deny everything.
 */
final class Splitter {
    private final Frame frame;
    private final int room;
    private final int most;

    /**
     * Parts statements.
     *
     * @param room the most that a part may have
     * @param most statements that would need more parts than this are not parted
     */
    Splitter(Frame frame, int room, int most) {
        this.frame = frame;
        this.room = room;
        this.most = most;
    }

    /** The parts, in the order of their lists, as few as fit; empty if there are none that do. */
    Optional<ImmutableList<Traced>> split(Traced traced) {
        return split(traced.statement())
                .map(parts -> parts.stream().map(traced::with).collect(ImmutableList.toImmutableList()));
    }

    private Optional<ImmutableList<Statement>> split(Statement statement) {
        int size = frame.size(statement);
        if (size <= room) {
            return Optional.of(ImmutableList.of(statement));
        }
        if (size / room >= most) {
            return Optional.empty();
        }
        for (int count = size / room + 1; count <= most; count++) {
            for (List<Statement> parts : List.of(byActions(statement, count), byResources(statement, count))) {
                if (parts.stream().allMatch(part -> frame.size(part) <= room)) {
                    return Optional.of(ImmutableList.copyOf(parts));
                }
            }
        }
        // Neither list alone is enough: one is halved, and each half is tried again.
        for (List<Statement> parts : List.of(byActions(statement, 2), byResources(statement, 2))) {
            if (parts.size() > 1) {
                return splitAll(parts);
            }
        }
        return Optional.empty();
    }

    private Optional<ImmutableList<Statement>> splitAll(List<Statement> halves) {
        ImmutableList.Builder<Statement> all = ImmutableList.builder();
        for (Statement half : halves) {
            Optional<ImmutableList<Statement>> parts = split(half);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(parts.get());
        }
        return Optional.of(all.build());
    }

    /** So many statements, each with an equal share of the actions; the statement alone if they cannot be parted. */
    private static List<Statement> byActions(Statement statement, int count) {
        if (!(statement.action() instanceof ActionElement.Action action)) {
            return List.of(statement);
        }
        ImmutableList<ActionPattern> all = action.patterns();
        return Lists.transform(
                Lists.partition(all, share(all.size(), count)),
                part -> rebuilt(statement, new ActionElement.Action(ImmutableList.copyOf(part)), statement.resource()));
    }

    private static List<Statement> byResources(Statement statement, int count) {
        if (!(statement.resource().orElse(null) instanceof ResourceElement.Resource resource)) {
            return List.of(statement);
        }
        ImmutableList<ValueTemplate> all = resource.patterns();
        return Lists.transform(
                Lists.partition(all, share(all.size(), count)),
                part -> rebuilt(
                        statement,
                        statement.action(),
                        Optional.of(new ResourceElement.Resource(ImmutableList.copyOf(part)))));
    }

    private static int share(int size, int count) {
        return (size + count - 1) / count;
    }

    private static Statement rebuilt(Statement statement, ActionElement action, Optional<ResourceElement> resource) {
        return new Statement(
                statement.sid(), statement.effect(), statement.principal(), action, resource, statement.conditions());
    }
}
