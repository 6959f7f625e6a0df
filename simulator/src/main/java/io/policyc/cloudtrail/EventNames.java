package io.policyc.cloudtrail;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The action of IAM behind the name of an event. Most operations need the permission of their own name; these are the
 * exceptions that are known as of November 2026.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Actions of services</a>
 */
final class EventNames {
    private static final String DOMAIN = ".amazonaws.com";
    private static final String S3 = "s3";
    private static final String API_GATEWAY = "apigateway";

    /** Prefixes of actions that differ from the first word of the event's source. */
    private static final ImmutableMap<String, String> PREFIXES = ImmutableMap.<String, String>builder()
            .put("agreement-marketplace", "aws-marketplace")
            .put("amazonmq", "mq")
            .put("application-insights", "applicationinsights")
            .put("billingconsole", "billing")
            .put("cloudcontrolapi", "cloudformation")
            .put("contact-lens", "connect")
            .put("discovery-marketplace", "aws-marketplace")
            .put("management-marketplace", "aws-marketplace-management")
            .put("marketplacecatalog", "aws-marketplace")
            .put("migrationhub", "mgh")
            .put("monitoring", "cloudwatch")
            .put("opensearchservice", "es")
            .put("participant-connect", "connect")
            .put("pinpoint", "mobiletargeting")
            .put("pricelist", "pricing")
            .put("qconnect", "wisdom")
            .put("rdsdata", "rds-data")
            .put("reporting-marketplace", "aws-marketplace")
            .put("servicecatalog-appregistry", "servicecatalog")
            .put("tagging", "tag")
            .put("taxconsole", "tax")
            .put("transcribestreaming", "transcribe")
            .buildOrThrow();

    /**
     * Operations of S3 that need a permission of another name.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Required
     *     permissions</a>
     */
    private static final ImmutableMap<String, String> OF_S3 = ImmutableMap.<String, String>builder()
            .put("CompleteMultipartUpload", "PutObject")
            .put("CopyObject", "PutObject")
            .put("CreateMultipartUpload", "PutObject")
            .put("DeleteBucketCors", "PutBucketCORS")
            .put("DeleteBucketEncryption", "PutEncryptionConfiguration")
            .put("DeleteBucketLifecycle", "PutLifecycleConfiguration")
            .put("DeleteBucketReplication", "PutReplicationConfiguration")
            .put("DeleteObjects", "DeleteObject")
            .put("GetBucketCors", "GetBucketCORS")
            .put("GetBucketEncryption", "GetEncryptionConfiguration")
            .put("GetBucketLifecycle", "GetLifecycleConfiguration")
            .put("GetBucketReplication", "GetReplicationConfiguration")
            .put("HeadBucket", "ListBucket")
            .put("HeadObject", "GetObject")
            .put("ListBuckets", "ListAllMyBuckets")
            .put("ListObjects", "ListBucket")
            .put("ListMultipartUploads", "ListBucketMultipartUploads")
            .put("ListObjectVersions", "ListBucketVersions")
            .put("ListObjectsV2", "ListBucket")
            .put("ListParts", "ListMultipartUploadParts")
            .put("PutBucketCors", "PutBucketCORS")
            .put("PutBucketEncryption", "PutEncryptionConfiguration")
            .put("PutBucketLifecycle", "PutLifecycleConfiguration")
            .put("PutBucketReplication", "PutReplicationConfiguration")
            .put("SelectObjectContent", "GetObject")
            .put("UploadPart", "PutObject")
            .put("UploadPartCopy", "PutObject")
            .buildOrThrow();

    /** Operations that need further permissions, on other resources. */
    private static final ImmutableSet<String> COPIES = ImmutableSet.of("s3:CopyObject");

    /**
     * API Gateway has an action for each method of its own API.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/security_iam_service-with-iam.html">
     *     Actions of API Gateway</a>
     */
    private static final ImmutableMap<String, String> METHODS =
            ImmutableMap.of("Create", "POST", "Delete", "DELETE", "Get", "GET", "Put", "PUT", "Update", "PATCH");

    /** Lambda's names end with the version of its API: GetFunction20150331v2. */
    private static final Pattern DATED = Pattern.compile("([A-Za-z]+?)20[0-9]{6}(?:v[0-9]+)?");

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9-]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /**
     * An action of IAM.
     *
     * @param certain whether it is known, rather than taken from the event's name
     */
    record Action(String name, boolean certain) {}

    private EventNames() {}

    /** The action of an event; empty where the names tell none. */
    static Optional<Action> action(String eventSource, String eventName) {
        int dot = eventSource.indexOf('.');
        String first = dot < 0 ? eventSource : eventSource.substring(0, dot);
        if (!eventSource.contains(DOMAIN)
                || !PREFIX.matcher(first).matches()
                || !NAME.matcher(eventName).matches()) {
            return Optional.empty();
        }
        String prefix = first.startsWith("chime-sdk-") ? "chime" : PREFIXES.getOrDefault(first, first);
        if (prefix.equals(API_GATEWAY)) {
            return METHODS.keySet().stream()
                    .filter(eventName::startsWith)
                    .findFirst()
                    .map(verb -> new Action(prefix + ":" + METHODS.get(verb), false));
        }
        if (prefix.equals(S3) && OF_S3.containsKey(eventName)) {
            boolean several = COPIES.contains(prefix + ":" + eventName);
            return Optional.of(new Action(prefix + ":" + OF_S3.get(eventName), !several));
        }
        Matcher dated = DATED.matcher(eventName);
        if (dated.matches()) {
            return Optional.of(new Action(prefix + ":" + dated.group(1), prefix.equals("lambda")));
        }
        return Optional.of(new Action(prefix + ":" + eventName, false));
    }
}
