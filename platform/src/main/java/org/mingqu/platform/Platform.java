package org.mingqu.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The procedures of the Measures: one room per chapter.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(
        systemName = "Mingqu",
        sharedModules = {"rules", "web", "parties", "evidence", "documents", "procedures"})
@EnableScheduling
public class Platform {

    Platform() {}

    public static void main(String[] arguments) {
        SpringApplication.run(Platform.class, arguments);
    }
}
