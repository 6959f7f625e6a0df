package io.policyc.request;

/**
 * A request that was read. A description usually stands for one; an Identity Center principal without home Region stands
 * for two, because its role's path has two forms.
 *
 * @param label what tells this request from the others of its description; the empty string if it is the only one
 */
public record RequestVariant(String label, Request request) {}
