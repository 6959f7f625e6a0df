package io.policyc.guardrail;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.node.ArrayNode;
import io.policyc.source.SourceText;

/**
 * A ready-made intent.
 *
 * @param title in one line
 * @param source the page of AWS that it follows
 * @param parameters by name, in the order in which they are explained
 * @param rules rules of the intent language, with {@code ((parameter))} where a parameter belongs
 * @param page what it does, what it leaves open, how to bring it in; Markdown
 * @param tests a test file with {@code with}, the parameters that it assumes, and without {@code policies}
 */
public record Guardrail(
        String name,
        String title,
        String source,
        ImmutableMap<String, Parameter> parameters,
        ArrayNode rules,
        String page,
        SourceText tests) {

    /** The name of a policy that uses it. */
    public String policyName() {
        return CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_CAMEL, name);
    }

    public ImmutableList<Parameter> required() {
        return parameters.values().stream().filter(Parameter::isRequired).collect(ImmutableList.toImmutableList());
    }
}
