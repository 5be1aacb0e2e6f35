package org.readingroom.services.remote.dicomweb;

/// Attributes that only answers of an archive have.
///
/// **Source:** PS3.18 sections 8.3.3 and 10.5.3, PS3.6.
final class WebTag {
    static final int FAILURE_REASON = 0x00081197;
    static final int FAILED_SOP_SEQUENCE = 0x00081198;
    static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    static final int AVAILABLE_TRANSFER_SYNTAX_UID = 0x00083002;
    static final int NUMBER_OF_STUDY_RELATED_SERIES = 0x00201206;
    static final int NUMBER_OF_STUDY_RELATED_INSTANCES = 0x00201208;
    static final int NUMBER_OF_SERIES_RELATED_INSTANCES = 0x00201209;

    private WebTag() {}
}
