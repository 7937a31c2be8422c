package dev.unbraid.app.acceptance;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Skips where there is no display, and ends what hangs.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(180)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display: run under xvfb-run")
@interface NeedsDisplay {}
