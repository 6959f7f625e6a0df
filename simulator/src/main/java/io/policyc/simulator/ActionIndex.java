package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * The statements of a stage by the service of the action that is asked for: most policies name few services, so for most
 * actions few statements are left to be looked at. Which are left out does not change a decision, and their order is kept.
 */
final class ActionIndex {
    /** Of more services and statements than that, as no organization has, none are left out. */
    private static final long LARGEST = 1L << 20;

    private final ImmutableMap<String, ImmutableList<PlacedStatement>> byService;
    private final ImmutableList<PlacedStatement> ofOtherServices;

    /** A statement of a stage, and what it is called where it decides. */
    record PlacedStatement(PlannedStatement statement, DecidingStatement place) {}

    private ActionIndex(
            ImmutableMap<String, ImmutableList<PlacedStatement>> byService,
            ImmutableList<PlacedStatement> ofOtherServices) {
        this.byService = byService;
        this.ofOtherServices = ofOtherServices;
    }

    static ActionIndex of(ImmutableList<PlacedStatement> statements) {
        ImmutableSet<String> services = statements.stream()
                .flatMap(placed -> placed.statement().action().services().stream())
                .collect(ImmutableSet.toImmutableSet());
        if ((long) services.size() * statements.size() > LARGEST) {
            return new ActionIndex(ImmutableMap.of(), statements);
        }
        ImmutableMap.Builder<String, ImmutableList<PlacedStatement>> byService = ImmutableMap.builder();
        for (String service : services) {
            byService.put(
                    service,
                    statements.stream()
                            .filter(placed -> placed.statement().action().mayMatch(service))
                            .collect(ImmutableList.toImmutableList()));
        }
        ImmutableList<PlacedStatement> others = statements.stream()
                .filter(placed -> placed.statement().action().mayMatchOtherServices())
                .collect(ImmutableList.toImmutableList());
        return new ActionIndex(byService.buildOrThrow(), others);
    }

    /** Those that may match an action of a service, which is in lower case; the others certainly do not. */
    ImmutableList<PlacedStatement> about(String service) {
        ImmutableList<PlacedStatement> found = byService.get(service);
        return found == null ? ofOtherServices : found;
    }
}
