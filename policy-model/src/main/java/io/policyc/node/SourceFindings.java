package io.policyc.node;

import io.policyc.finding.FindingId;

/** What can be wrong with a text before it means anything. */
public final class SourceFindings {
    public static final FindingId UNREADABLE = FindingId.error("source.unreadable");
    public static final FindingId TOO_LARGE = FindingId.error("source.too-large");
    public static final FindingId ENCODING = FindingId.error("source.encoding");
    public static final FindingId BYTE_ORDER_MARK = FindingId.error("source.byte-order-mark");
    public static final FindingId EMPTY = FindingId.error("source.empty");
    public static final FindingId SYNTAX = FindingId.error("source.syntax");
    public static final FindingId CUT_OFF = FindingId.error("source.cut-off");
    public static final FindingId COMMENT = FindingId.error("source.comment");
    public static final FindingId TRAILING_TEXT = FindingId.error("source.trailing-text");
    public static final FindingId TOO_DEEP = FindingId.error("source.too-deep");
    public static final FindingId DUPLICATE_KEY = FindingId.error("source.duplicate-key");
    public static final FindingId UNPAIRED_SURROGATE = FindingId.error("source.unpaired-surrogate");
    public static final FindingId YAML_FEATURE = FindingId.error("source.yaml-feature");

    private SourceFindings() {}
}
