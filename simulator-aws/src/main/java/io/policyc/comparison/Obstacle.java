package io.policyc.comparison;

/**
 * Why a request cannot be put to the service as it is, or would be answered as another one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>
 */
public enum Obstacle {
    RESOURCE_CONTROL_POLICIES("the service takes no resource control policies"),
    TRUST_POLICY("the service takes no trust policies of roles"),
    SESSION_POLICIES("the service takes no session policies"),
    KEY_POLICY("a KMS key has a policy for certain, and it was not given"),
    NOT_BOUND("the service does not know whom SCPs do not bind"),
    CALLER("the service takes users, groups and roles as callers"),
    ROLE_SESSION("the service takes roles as callers, not their sessions"),
    RESOURCE("the service asks for resources that are `*` or ARNs"),
    OWNER("the service would take the caller's account for that of the resource, which is not known"),
    LEVELS("the service takes at most seven levels of SCPs"),
    EMPTY_LEVEL("the service takes no level without SCPs"),
    DOCUMENT_SIZE("the service takes documents of up to 131,072 characters"),
    DOCUMENT_CHARACTERS("the service takes no characters beyond U+00FF in documents"),
    TEXT("the service takes no control characters and no halves of characters"),
    ACTION_NAME("the service takes actions of 3 to 128 characters"),
    KEY_NAME("the service takes context keys of 5 to 256 characters"),
    UNKNOWN_KEY("the service would take a key that is unknown for one that is absent"),
    FILLED_KEY("the service fills a key that the request does not have"),
    EMPTY_LIST("the service takes no key without values"),
    SEVERAL_VALUES("the service takes one value of a single-valued key"),
    MALFORMED_VALUE("the service refuses a value that its key's type does not have, or compares it in another way"),
    VALUE_TEXT("the service compares the text of numbers and dates in a form of its own"),
    ADDRESS_LIST("the service stops at an address that is none, where AWS reads on"),
    REFUSED("the service refused the call");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    /** The obstacle as a sentence without a period. */
    public String words() {
        return words;
    }
}
