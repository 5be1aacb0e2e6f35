package org.readingroom.viewer.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Names as drivers really give them.
// [utest->req~view.renderer-choice~1]
class GraphicsDriverTest {
    @Test
    void rasterisersOnTheProcessorAreKnown() {
        assertTrue(driver("Mesa", "llvmpipe (LLVM 15.0.6, 256 bits)").isSoftware());
        assertTrue(driver("VMware, Inc.", "softpipe").isSoftware());
        assertTrue(driver("Mesa Project", "Software Rasterizer").isSoftware());
        assertTrue(driver("Microsoft", "D3D12 (Microsoft Basic Render Driver)").isSoftware());
        assertTrue(driver("Microsoft Corporation", "GDI Generic").isSoftware());
    }

    @Test
    void cardsAreKnown() {
        assertFalse(driver("NVIDIA Corporation", "NVIDIA RTX A2000/PCIe/SSE2").isSoftware());
        assertFalse(driver("Intel", "Mesa Intel(R) UHD Graphics 630 (CFL GT2)").isSoftware());
        assertFalse(driver("AMD", "AMD Radeon RX 6600 (radeonsi, navi23, LLVM 15.0.7)")
                .isSoftware());
        assertFalse(driver("Apple", "Apple M2").isSoftware());
    }

    @Test
    void theShortNameLeavesDetailsOut() {
        assertEquals(
                "llvmpipe", driver("Mesa", "llvmpipe (LLVM 15.0.6, 256 bits)").shortName());
    }

    private static GraphicsDriver driver(String vendor, String renderer) {
        return new GraphicsDriver(vendor, renderer, "4.5");
    }
}
