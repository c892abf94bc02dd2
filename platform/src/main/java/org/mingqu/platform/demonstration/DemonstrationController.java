package org.mingqu.platform.demonstration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/demonstration/progress`: how far the demonstration is; absent without it.
@RestController
@RequestMapping("/api/demonstration/progress")
@ConditionalOnBooleanProperty("mingqu.demo")
class DemonstrationController {

    private final Demonstration demonstration;

    DemonstrationController(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @GetMapping
    Demonstration.DemonstrationProgress progress() {
        return demonstration.progress();
    }
}
