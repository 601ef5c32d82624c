# Makes, in the folder that it runs in, two authorities, a signer, a signed document, and what the
# authorities say about revocation. Keys are new each time, and thrown away.
set -e

cat > openssl.cnf <<'END'
[req]
distinguished_name = name
prompt = no
[name]
CN = nobody
[root]
database = root.txt
policy = any
default_md = sha256
rand_serial = yes
crlnumber = root.number
x509_extensions = authority
crl_extensions = list
[intermediate]
database = intermediate.txt
policy = any
default_md = sha256
rand_serial = yes
crlnumber = intermediate.number
x509_extensions = subscriber
crl_extensions = list
[any]
countryName = optional
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
certificatePolicies = 1.2.410.200099.1, 1.2.410.200099.2
[subscriber]
keyUsage = critical, digitalSignature
certificatePolicies = 1.2.410.200099.1
extendedKeyUsage = emailProtection
[delegate]
extendedKeyUsage = critical, OCSPSigning
noCheck = ignored
[list]
authorityKeyIdentifier = keyid
[elsewhere]
issuingDistributionPoint = critical, @point
[point]
fullname = URI:http://ca.test.invalid/other.crl
onlyCA = TRUE
END

for who in root intermediate signer delegate; do
    openssl ecparam -name prime256v1 -genkey -noout -out $who.key
done
request() {
    openssl req -config openssl.cnf -new -key $1.key -subj "/C=KR/CN=$2" -out $1.csr
}
certify() {
    ca=$1 who=$2
    shift 2
    openssl ca -batch -notext -config openssl.cnf -in $who.csr -out $who.pem -outdir . \
        -startdate 20250101000000Z -enddate 20991231235959Z -name $ca "$@"
    openssl x509 -in $who.pem -outform DER -out $who.der
}
request root 'Test Root'
request intermediate 'Test CA'
request signer 'Test Signer'
request delegate 'Test Responder'
: > root.txt
: > intermediate.txt
certify root root -selfsign -keyfile root.key
certify root intermediate -cert root.pem -keyfile root.key
certify intermediate signer -cert intermediate.pem -keyfile intermediate.key
certify intermediate delegate -cert intermediate.pem -keyfile intermediate.key \
    -extensions delegate
printf 'the content' > content.txt
openssl cms -sign -binary -nodetach -noattr -in content.txt -signer signer.pem -inkey signer.key \
    -outform DER -out document.der

# A CRL of these authorities, by number, with the updates at these times.
list() {
    ca=$1 file=$2 this=$4 next=$5
    echo $3 > $ca.number
    shift 5
    openssl ca -config openssl.cnf -name $ca -cert $ca.pem -keyfile $ca.key -gencrl \
        -crl_lastupdate $this -crl_nextupdate $next -out $file.pem "$@"
    openssl crl -in $file.pem -outform DER -out $file.crl
}
# Long: whoever signs a list or an answer of later is asked about at that time.
list root root-list 01 20260301000000Z 20991201000000Z
list intermediate good 0c 20260301000000Z 20260308000000Z
list intermediate stale 0b 20260201000000Z 20260208000000Z
list intermediate elsewhere 0e 20260301000000Z 20260308000000Z -crlexts elsewhere
answer() {
    openssl ocsp -index intermediate.txt -rsigner $2.pem -rkey $2.key -CA intermediate.pem \
        -issuer intermediate.pem -cert signer.pem -respout $1.ocsp -ndays 36500
}
answer good delegate
openssl cms -sign -binary -nodetach -noattr -in content.txt -signer signer.pem -inkey signer.key \
    -certfile intermediate.pem -outform DER -out whole.der
# Revoked since this time.
revoke() {
    serial=$(openssl x509 -in signer.pem -noout -serial | cut -d= -f2)
    printf 'R\t20991231235959Z\t%s,keyCompromise\t%s\tunknown\t/C=KR/CN=Test Signer\n' $1 $serial \
        > intermediate.txt
}
revoke 260301120000Z
list intermediate revoked 0d 20260302000000Z 20260308000000Z
answer revoked intermediate
revoke 260401120000Z
list intermediate revoked-later 0f 20260402000000Z 20260408000000Z
# A certificate and a list in the form of a document.
openssl crl2pkcs7 -in good.pem -certfile signer.pem -outform DER -out lists.der
