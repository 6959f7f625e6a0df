package io.policyc.role;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** AWS services that use a role for somebody's workload. */
final class ServiceTrusts {
    private static final ImmutableList<String> ASSUME = ImmutableList.of("sts:AssumeRole");
    private static final ImmutableList<String> ASSUME_AND_TAG = ImmutableList.of("sts:AssumeRole", "sts:TagSession");
    private static final TextForm ECS_USE = TextForm.of("task|execution", "`task` or `execution`");
    private static final TextForm ARN =
            TextForm.of("arn:[^:]+:[^:]+:[^:]*:[^:]*:.+", "an ARN, in which wildcards may stand");
    private static final TextForm CLUSTER = TextForm.of(
            "arn:[a-z-]+:eks:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9_-]+",
            "the ARN of a cluster such as `arn:aws:eks:eu-central-1:123456789012:cluster/prod`");

    /** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/. */
    static final String KUBERNETES_NAME = "[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?";

    private static final TextForm NAME = TextForm.of(KUBERNETES_NAME, "a name of Kubernetes, in lower case");

    private ServiceTrusts() {}

    /** Instances, by an instance profile. */
    static Optional<ReadTrust> ec2(TrustFields trust) {
        return Optional.of(ReadTrust.service("ec2.amazonaws.com", ASSUME, trust.place(), ImmutableList.of()));
    }

    static Optional<ReadTrust> lambda(TrustFields trust) {
        return Optional.of(ReadTrust.service("lambda.amazonaws.com", ASSUME, trust.place(), ImmutableList.of()));
    }

    /**
     * Tasks, or what starts them. The page on task roles asks for both conditions against confused deputies; that of the
     * execution role does not name them: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html>,
     * <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html>.
     */
    static Optional<ReadTrust> ecs(TrustFields trust) {
        RoleFields fields = trust.fields();
        boolean execution =
                fields.required("use", ECS_USE).map("execution"::equals).orElse(false);
        ImmutableList<String> regions = fields.texts("regions", TextForm.REGION);
        ImmutableList.Builder<PlacedCondition> conditions = ImmutableList.builder();
        if (!execution) {
            ImmutableList<String> arns = (regions.isEmpty() ? ImmutableList.of("*") : regions)
                    .stream()
                            .map(region -> "arn:aws:ecs:" + region + ":" + trust.account() + ":*")
                            .collect(ImmutableList.toImmutableList());
            conditions.add(
                    PlacedCondition.equal("aws:SourceAccount", ImmutableList.of(trust.account()), trust.place()));
            conditions.add(PlacedCondition.arnLike("aws:SourceArn", arns, fields.place("regions")));
        } else if (fields.has("regions")) {
            fields.findings()
                    .add(
                            RoleFindings.CONFLICTING_KEYS,
                            fields.place("regions"),
                            "`regions` is for the role of a task; AWS does not document the keys for an execution role",
                            "leave it out");
        }
        return Optional.of(ReadTrust.service("ecs-tasks.amazonaws.com", ASSUME, trust.place(), conditions.build()));
    }

    /**
     * Pods, by EKS Pod Identity, which tells cluster, namespace and service account as tags of the session:
     * <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html>,
     * <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html>.
     */
    static Optional<ReadTrust> podIdentity(TrustFields trust) {
        RoleFields fields = trust.fields();
        ImmutableList.Builder<PlacedCondition> conditions = ImmutableList.builder();
        tag(fields, "eks-cluster-arn", "clusters", fields.texts("clusters", CLUSTER), conditions);
        tag(fields, "kubernetes-namespace", "namespace", required(fields, "namespace"), conditions);
        ImmutableList<String> accounts = fields.requiredTexts("service-accounts", NAME);
        tag(fields, "kubernetes-service-account", "service-accounts", accounts, conditions);
        return Optional.of(
                ReadTrust.service("pods.eks.amazonaws.com", ASSUME_AND_TAG, trust.place(), conditions.build()));
    }

    private static ImmutableList<String> required(RoleFields fields, String key) {
        return fields.required(key, NAME).map(ImmutableList::of).orElse(ImmutableList.of());
    }

    private static void tag(
            RoleFields fields,
            String tag,
            String key,
            ImmutableList<String> values,
            ImmutableList.Builder<PlacedCondition> conditions) {
        if (!values.isEmpty()) {
            conditions.add(PlacedCondition.equal("aws:RequestTag/" + tag, values, fields.place(key)));
        }
    }

    /** Any other service. */
    static Optional<ReadTrust> service(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> name = fields.required("name", TextForm.SERVICE);
        boolean tags = fields.flag("tag-session");
        ImmutableList.Builder<PlacedCondition> conditions = ImmutableList.builder();
        ImmutableList<String> accounts = fields.texts("source-accounts", TextForm.ACCOUNT);
        if (!accounts.isEmpty()) {
            conditions.add(PlacedCondition.equal("aws:SourceAccount", accounts, fields.place("source-accounts")));
        }
        ImmutableList<String> arns = fields.texts("source-arns", ARN);
        if (!arns.isEmpty()) {
            conditions.add(PlacedCondition.arnLike("aws:SourceArn", arns, fields.place("source-arns")));
        }
        return name.map(
                found -> ReadTrust.service(found, tags ? ASSUME_AND_TAG : ASSUME, trust.place(), conditions.build()));
    }
}
