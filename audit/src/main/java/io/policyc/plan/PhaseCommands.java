package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.deploy.DeployedPolicy;
import io.policyc.organization.Phase;
import io.policyc.organization.PolicyTarget;
import io.policyc.policy.LocatedPolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The commands that attach what a phase attaches. Ids of policies are known to AWS alone, and are looked up by their names.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/organizations/index.html">aws organizations</a>
 */
public final class PhaseCommands {
    private PhaseCommands() {}

    /** The commands, to be run with credentials of the management account or a delegated administrator. */
    public static Commands of(PhasePlan plan) {
        if (plan.stage() != PhaseStage.ATTACH && plan.stage() != PhaseStage.ATTACHED) {
            return Commands.NONE;
        }
        Phase phase = plan.phase();
        Map<String, String> placeholders = placeholders(phase);
        Set<String> before = new LinkedHashSet<>();
        ImmutableList.Builder<String> attach = ImmutableList.builder();
        ImmutableList.Builder<String> detach = ImmutableList.builder();
        for (Map.Entry<String, String> policy : placeholders.entrySet()) {
            before.add(policy.getValue() + " is the id that the list shows for " + policy.getKey());
            detach.add(list(policy.getKey()));
            attach.add(list(policy.getKey()));
        }
        for (PolicyTarget target : phase.targets()) {
            String id = target.id().orElse("…");
            if (target.id().isEmpty()) {
                before.add("organization.yaml has no id of `" + target.path() + "`, which stands as … here");
            }
            for (LocatedPolicy policy : target.policies()) {
                String ids = " --policy-id " + placeholders.get(name(policy)) + " --target-id " + id;
                attach.add("aws organizations attach-policy" + ids);
                detach.add("aws organizations detach-policy" + ids);
            }
        }
        return new Commands(
                ImmutableList.copyOf(before),
                plan.stage() == PhaseStage.ATTACH ? attach.build() : ImmutableList.of(),
                detach.build());
    }

    /** A word for the id of each policy, by the policy's name in AWS. */
    private static Map<String, String> placeholders(Phase phase) {
        Map<String, String> placeholders = new LinkedHashMap<>();
        phase.targets().stream()
                .flatMap(target -> target.policies().stream())
                .map(PhaseCommands::name)
                .distinct()
                .forEach(name -> placeholders.put(name, "p-…"));
        if (placeholders.size() > 1) {
            int number = 1;
            for (Map.Entry<String, String> entry : placeholders.entrySet()) {
                entry.setValue("p-…" + number++);
            }
        }
        return placeholders;
    }

    private static String name(LocatedPolicy policy) {
        return DeployedPolicy.nameOf(policy).orElse(policy.name());
    }

    /** A raw string of JMESPath, https://jmespath.org/specification.html#raw-string-literals. */
    private static String list(String name) {
        String query = "Policies[?Name=='" + name.replace("\\", "\\\\").replace("'", "\\'") + "'].Id";
        return "aws organizations list-policies --filter SERVICE_CONTROL_POLICY --query "
                + ShellWord.of(query).orElse("…");
    }
}
