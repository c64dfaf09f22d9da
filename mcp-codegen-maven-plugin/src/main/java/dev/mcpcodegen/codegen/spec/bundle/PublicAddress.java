package dev.mcpcodegen.codegen.spec.bundle;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses belong to the internet, and not to this machine, its network or its provider (RFC 6890). */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes[0] & 0xFF, bytes[1] & 0xFF);
    }

    private static boolean isPublic4(int first, int second) {
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 224 && !shared && !protocols && !benchmarks;
    }

    /** Global unicast (2000::/3) without 6to4 (2002::/16), which carries any IPv4 address. */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return global && !sixToFour;
    }
}
