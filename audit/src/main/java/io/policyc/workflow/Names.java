package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.util.regex.Pattern;

/** Names of variables, inputs and secrets that say that they hold a part of an access key of AWS. */
final class Names {
    private static final CharMatcher SEPARATORS = CharMatcher.anyOf("_-. ");
    private static final Pattern KEY =
            Pattern.compile("aws([a-z0-9]*(accesskey|accessid|secretkey|secretaccesskey)|keyid)");
    private static final Pattern KEY_OF_SOMEBODY =
            Pattern.compile("(access|secret|secretaccess)key(id)?|accessid|keyid");
    private static final Pattern OF_AWS = Pattern.compile("aws|ecr|ecs|eks|s3|lambda|cloudfront|beanstalk");

    /** No name is longer; longer ones are not searched, which could take long. */
    private static final int LONGEST = 300;

    private Names() {}

    /** Whether a name says it by itself. */
    static boolean key(String name) {
        return KEY.matcher(plain(name)).find();
    }

    /** Whether an input of an action does. */
    static boolean input(String name, String action) {
        return key(name)
                || (OF_AWS.matcher(Ascii.toLowerCase(action)).find()
                        && KEY_OF_SOMEBODY.matcher(plain(name)).matches());
    }

    /** Whether it is the token that comes with temporary credentials. */
    static boolean sessionToken(String name) {
        return plain(name).contains("awssessiontoken");
    }

    private static String plain(String name) {
        return name.length() > LONGEST ? "" : SEPARATORS.removeFrom(Ascii.toLowerCase(name));
    }
}
