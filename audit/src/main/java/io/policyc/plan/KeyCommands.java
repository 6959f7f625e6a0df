package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.credential.LongLivedCredential;
import java.time.Instant;

/**
 * The commands for what a plan says of a key. A credential report holds no ids of keys, and that its first key is the first
 * that is listed is documented nowhere, so the key is told by the moment when it was made.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/iam/index.html">aws iam</a>
 */
public final class KeyCommands {
    private static final String KEY = " --access-key-id AKIA…";

    private KeyCommands() {}

    /** The commands, to be run with credentials of the key's account; none where there is nothing to run. */
    public static Commands of(KeyPlan plan) {
        LongLivedCredential key = plan.key();
        return switch (plan.stage()) {
            case DISABLE -> commands(plan, update(key, "Inactive"), ImmutableList.of(update(key, "Active")));
            case DELETE -> commands(plan, "aws iam delete-access-key" + user(key) + KEY, ImmutableList.of());
            case SILENCE ->
                new Commands(
                        ImmutableList.of("if somebody misses the key: " + which(key)),
                        ImmutableList.of(),
                        ImmutableList.of(list(key), update(key, "Active")));
            case DELETE_ROOT_KEY -> new Commands(rootKey(key), ImmutableList.of(), ImmutableList.of());
            case WRITE_ROLE, DEPLOY_ROLE, USE_ROLE, DUAL_RUN, HELD, DONE -> Commands.NONE;
        };
    }

    private static Commands commands(KeyPlan plan, String last, ImmutableList<String> rollBack) {
        LongLivedCredential key = plan.key();
        return new Commands(
                ImmutableList.of(which(key)),
                ImmutableList.of(list(key), "aws iam get-access-key-last-used" + KEY, last),
                rollBack);
    }

    private static String which(LongLivedCredential key) {
        return "AKIA… is the key with CreateDate "
                + key.rotated().map(Instant::toString).orElse("as the report has it")
                + "; the order of the list says nothing";
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user_manage_delete-key.html. */
    private static ImmutableList<String> rootKey(LongLivedCredential key) {
        return ImmutableList.of(
                "sign in to the AWS Management Console as the root user of account " + key.account(),
                "choose the account name, then Security credentials; under Access keys choose Actions, Deactivate,"
                        + " then Actions, Delete",
                "no role stands in for a root key: give what uses it a role of its own first");
    }

    private static String list(LongLivedCredential key) {
        return "aws iam list-access-keys" + user(key);
    }

    private static String update(LongLivedCredential key, String status) {
        return "aws iam update-access-key" + user(key) + KEY + " --status " + status;
    }

    /** A name that no shell takes is no name of IAM either; one that starts with - would be taken for an option. */
    private static String user(LongLivedCredential key) {
        return " --user-name" + (key.user().startsWith("-") ? "=" : " ")
                + ShellWord.of(key.user()).orElse("…");
    }
}
