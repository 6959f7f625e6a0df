package io.policyc.register;

import com.google.common.collect.ImmutableList;
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
            for (IntentRule rule : intent.rules()) {
                for (ExceptionEntry entry : rule.unless()) {
                    exceptions.add(new RegisteredException(intent, rule, entry));
                }
            }
        }
        return new ExceptionRegister(exceptions.build());
    }
}
