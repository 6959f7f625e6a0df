package io.policyc.register;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import io.policyc.compiler.Compilation;
import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentRule;
import io.policyc.workspace.Workspace;
import java.util.List;

/**
 * All exceptions of a repository, in the order of the files' names and of the lines in each file. It depends on the intents
 * alone; what is over or soon to be over on some day is for {@link ExceptionReview} to say.
 */
public record ExceptionRegister(ImmutableList<RegisteredException> exceptions) {

    /** The exceptions of a repository. */
    public static ExceptionRegister of(Workspace workspace) {
        return of(workspace.compilations().stream().map(Compilation::intent).toList());
    }

    /** The exceptions of intents. */
    public static ExceptionRegister of(List<Intent> intents) {
        ImmutableList.Builder<RegisteredException> exceptions = ImmutableList.builder();
        for (Intent intent : intents) {
            // The rules of a guardrail share exceptions, which are the same entry in each of them.
            ListMultimap<ExceptionEntry, IntentRule> entries =
                    MultimapBuilder.linkedHashKeys().arrayListValues().build();
            for (IntentRule rule : intent.rules()) {
                rule.unless().forEach(entry -> entries.put(entry, rule));
            }
            Multimaps.asMap(entries)
                    .forEach((entry, rules) ->
                            exceptions.add(new RegisteredException(intent, ImmutableList.copyOf(rules), entry)));
        }
        return new ExceptionRegister(exceptions.build());
    }
}
