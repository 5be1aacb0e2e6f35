package org.readingroom.services.testing;

/// A status other than success, with words for an OperationOutcome.
final class FhirRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    FhirRefusal(int status, String words) {
        super(words);
        this.status = status;
    }

    int status() {
        return status;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
