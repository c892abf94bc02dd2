package org.mingqu.platform.authorisation;

/// What can be done with an application.
enum Step {
    SUBMIT,
    FORWARD,
    RETURN,
    ASSESS,
    REJECT,
    CONSENT,
    REFUSE,
    WITHDRAW,
    RESUBMIT
}
