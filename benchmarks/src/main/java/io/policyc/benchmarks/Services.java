package io.policyc.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;

/** Some services, some of their actions, and what one of their resources looks like. */
final class Services {
    /** Actions by service prefix; about as many in each as published policies name together. */
    static final ImmutableListMultimap<String, String> ACTIONS = ImmutableListMultimap.<String, String>builder()
            .putAll("iam", words("CreateUser DeleteUser CreateAccessKey UpdateAccessKey DeleteAccessKey"))
            .putAll("iam", words("CreateLoginProfile UpdateLoginProfile DeleteLoginProfile AttachUserPolicy"))
            .putAll("iam", words("PutUserPolicy DetachRolePolicy DeleteRolePolicy UpdateAssumeRolePolicy"))
            .putAll("iam", words("DeleteRolePermissionsBoundary CreateSAMLProvider UpdateSAMLProvider"))
            .putAll("cloudtrail", words("StopLogging DeleteTrail UpdateTrail PutEventSelectors"))
            .putAll("config", words("DeleteConfigRule DeleteConfigurationRecorder DeleteDeliveryChannel"))
            .putAll("config", words("StopConfigurationRecorder PutConfigurationRecorder"))
            .putAll("guardduty", words("DeleteDetector DeleteInvitations DisassociateFromMasterAccount"))
            .putAll("guardduty", words("StopMonitoringMembers UpdateDetector CreateIPSet DeleteThreatIntelSet"))
            .putAll("securityhub", words("DisableSecurityHub DeleteMembers DisassociateMembers DeleteInvitations"))
            .putAll("ec2", words("RunInstances CreateVpc CreateSubnet CreateInternetGateway AttachInternetGateway"))
            .putAll("ec2", words("CreateVpcPeeringConnection AcceptVpcPeeringConnection DeleteFlowLogs"))
            .putAll("ec2", words("DisableEbsEncryptionByDefault CreateDefaultVpc CreateDefaultSubnet"))
            .putAll("ec2", words("ModifyImageAttribute ModifySnapshotAttribute CreateVpnConnection"))
            .putAll("s3", words("PutObject PutObjectAcl DeleteObject DeleteBucket PutBucketAcl PutBucketPolicy"))
            .putAll("s3", words("DeleteBucketPolicy PutBucketPublicAccessBlock PutAccountPublicAccessBlock"))
            .putAll("s3", words("PutLifecycleConfiguration PutReplicationConfiguration PutEncryptionConfiguration"))
            .putAll("kms", words("ScheduleKeyDeletion DisableKey DeleteAlias CreateGrant PutKeyPolicy"))
            .putAll("logs", words("DeleteLogGroup DeleteLogStream PutRetentionPolicy DeleteSubscriptionFilter"))
            .putAll("cloudwatch", words("DeleteAlarms DeleteDashboards DisableAlarmActions PutMetricAlarm"))
            .putAll("lambda", words("AddPermission CreateFunctionUrlConfig UpdateFunctionUrlConfig DeleteFunction"))
            .putAll("sns", words("DeleteTopic SetTopicAttributes AddPermission RemovePermission Unsubscribe"))
            .putAll("ram", words("CreateResourceShare UpdateResourceShare AssociateResourceShare"))
            .putAll(
                    "organizations",
                    words("LeaveOrganization InviteAccountToOrganization RemoveAccountFromOrganization"))
            .putAll("account", words("EnableRegion DisableRegion PutAlternateContact CloseAccount"))
            .putAll("backup", words("DeleteBackupVault DeleteRecoveryPoint UpdateBackupPlan DeleteBackupSelection"))
            .build();

    /** Services of which policies on Regions say "not this one"; they have no Regions, or are needed everywhere. */
    static final ImmutableList<String> WITHOUT_REGIONS =
            words("iam organizations route53 cloudfront support sts budgets waf shield globalaccelerator health ce"
                    + " account artifact aws-portal billing chime consoleapp importexport kms networkmanager pricing"
                    + " route53domains s3 savingsplans tag trustedadvisor wafv2 access-analyzer a4b acm cur fms");

    private static final ImmutableMap<String, String> RESOURCES = ImmutableMap.<String, String>builder()
            .put("iam", "arn:aws:iam::*:role/%s")
            .put("cloudtrail", "arn:aws:cloudtrail:*:*:trail/%s")
            .put("config", "arn:aws:config:*:*:config-rule/%s")
            .put("guardduty", "arn:aws:guardduty:*:*:detector/%s")
            .put("ec2", "arn:aws:ec2:*:*:vpc/%s")
            .put("s3", "arn:aws:s3:::%s*")
            .put("kms", "arn:aws:kms:*:*:key/%s")
            .put("logs", "arn:aws:logs:*:*:log-group:%s:*")
            .put("cloudwatch", "arn:aws:cloudwatch:*:*:alarm:%s*")
            .put("lambda", "arn:aws:lambda:*:*:function:%s*")
            .put("sns", "arn:aws:sns:*:*:%s*")
            .put("backup", "arn:aws:backup:*:*:backup-vault:%s")
            .buildOrThrow();

    private Services() {}

    /** A pattern for resources of a service whose names start in some way; {@code *} for a service without any. */
    static String resource(String service, String name) {
        return RESOURCES.getOrDefault(service, "*").replace("%s", name);
    }

    private static ImmutableList<String> words(String text) {
        return ImmutableList.copyOf(Splitter.on(' ').split(text));
    }
}
