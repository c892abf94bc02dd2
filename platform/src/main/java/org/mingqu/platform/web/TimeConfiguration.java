package org.mingqu.platform.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The clock and the language of the installation.
@Configuration
class TimeConfiguration {

    TimeConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Clock clock(
            @Value("${mingqu.zone:Asia/Shanghai}") ZoneId zone, @Value("${mingqu.demo:false}") boolean demonstration) {
        var wall = Clock.system(zone);
        return demonstration ? new DemonstrationClock(wall) : wall;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }
}
